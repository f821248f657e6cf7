using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace WelWee3D.Local;

/// <summary>Every function of an assembly, by its name.</summary>
public sealed class FunctionCatalog
{
    private readonly Dictionary<string, LocalFunction> functions = new(StringComparer.OrdinalIgnoreCase);

    public FunctionCatalog(Assembly assembly)
    {
        foreach (var method in assembly.GetExportedTypes().SelectMany(type => type.GetMethods()))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is not { Name: var name })
                continue;
            if (!functions.TryAdd(name, new LocalFunction(name, method)))
                throw new InvalidOperationException($"Two functions are called {name}.");
        }
    }

    public LocalFunction? Find(string name) => functions.GetValueOrDefault(name);

    public IEnumerable<(LocalFunction Function, TTrigger Trigger)> With<TTrigger>() where TTrigger : Attribute =>
        functions.Values.Where(f => f.Trigger is TTrigger).Select(f => (f, (TTrigger)(Attribute)f.Trigger));
}
