using System.Reflection;

namespace WelWee3D.Tests.Http;

/// <summary>The functions of the app, as their attributes tell.</summary>
internal static class HttpFunctions
{
    public static IEnumerable<(string Name, MethodInfo Method)> Every() =>
        from type in typeof(Services).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select (function.Name, method);

    public static IEnumerable<(string Name, HttpTriggerAttribute Trigger)> All() =>
        from function in Every()
        from parameter in function.Method.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger is not null
        select (function.Name, trigger);
}
