using System.Reflection;
using WelWee3D.Http;

namespace WelWee3D.Description;

/// <summary>A function by one of its methods, as its own declarations tell it.</summary>
/// <param name="Sign">What the front door tells whoever comes with nothing.</param>
/// <param name="SignedSign">What it tells whoever comes with a token.</param>
internal sealed record ApiOperation(
    MethodInfo Function, string Name, string Method, string Route, DescribesAttribute Described, DoorSign Sign, DoorSign SignedSign)
{
    // What stands outside it are pages, and what they load.
    private const string Prefix = "api";

    /// <summary>The slice that it is in.</summary>
    public string Tag => Function.DeclaringType!.Namespace!.Split('.') is [_, var slice, ..] ? Words(slice) : "App";

    public bool IsHead => Method == HttpMethods.Head;

    public IEnumerable<AlsoAnswersAttribute> AlsoAnswers => Function.GetCustomAttributes<AlsoAnswersAttribute>();

    public ChoiceAttribute? Choice => Function.GetCustomAttribute<ChoiceAttribute>();

    public static IReadOnlyList<ApiOperation> All(IServiceProvider services) =>
    [
        .. from type in typeof(ApiOperation).Assembly.GetExportedTypes()
           from method in type.GetMethods()
           let function = method.GetCustomAttribute<FunctionAttribute>()
           let trigger = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(each => each is not null)
           where function is not null && trigger is not null && trigger.Route!.StartsWith(Prefix, StringComparison.Ordinal)
           orderby trigger.Route, function.Name
           from operation in Of(method, function.Name, trigger, services)
           select operation,
    ];

    /// <summary>PrivacyRequests as Privacy requests.</summary>
    private static string Words(string slice) =>
        string.Concat(slice.Select((sign, at) => at > 0 && char.IsUpper(sign) ? $" {char.ToLowerInvariant(sign)}" : $"{sign}"));

    private static IEnumerable<ApiOperation> Of(MethodInfo function, string name, HttpTriggerAttribute trigger, IServiceProvider services)
    {
        var described = function.GetCustomAttributes<DescribesAttribute>().ToList();
        foreach (var method in trigger.Methods ?? [])
        {
            var about = described.FirstOrDefault(each => each.Methods.Length == 0 || each.Methods.Contains(method))
                ?? throw new InvalidOperationException($"{name} needs [Describes(...)] for {method}: what it does, its Body and its Answer.");
            var upper = method.ToUpperInvariant();
            yield return new(
                function, method == trigger.Methods![0] ? name : $"{name}{char.ToUpperInvariant(method[0])}{method[1..]}",
                upper, trigger.Route!, about, Ask(function, upper, isSignedIn: false, services), Ask(function, upper, isSignedIn: true, services));
        }
    }

    /// <summary>Asks its front door who may call it, without calling it.</summary>
    private static DoorSign Ask(MethodInfo function, string method, bool isSignedIn, IServiceProvider services)
    {
        var (context, sign) = (new DefaultHttpContext(), new DoorSign());
        context.Request.Method = method;
        context.Features.Set(sign);
        if (isSignedIn)
            context.Request.Headers.Authorization = "Bearer";
        var arguments = function.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(HttpRequest) ? context.Request
            : parameter.ParameterType == typeof(string) ? ""
            : parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None
            : Activator.CreateInstance(parameter.ParameterType));
        function.Invoke(ActivatorUtilities.CreateInstance(services, function.DeclaringType!), [.. arguments]);
        return sign.IsRead ? sign : throw new InvalidOperationException($"{function.DeclaringType!.Name} answers without its front door.");
    }
}
