using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace WelWee3D.Local;

/// <summary>A method with <c>[Function]</c>: how it is triggered, and how it is called.</summary>
public sealed class LocalFunction
{
    // As the worker of the Functions host names it.
    private static readonly ActivitySource Invocations = new("Microsoft.Azure.Functions.Worker");

    private readonly MethodInfo method;
    private readonly ObjectFactory? create;

    public LocalFunction(string name, MethodInfo method)
    {
        Name = name;
        this.method = method;
        create = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, []);
        TriggerParameter = method.GetParameters().SingleOrDefault(p => p.IsDefined(typeof(TriggerBindingAttribute)))
            ?? throw new InvalidOperationException($"The function {name} has no trigger.");
        Trigger = TriggerParameter.GetCustomAttribute<TriggerBindingAttribute>()!;
        if (Trigger is not (HttpTriggerAttribute or BlobTriggerAttribute or TimerTriggerAttribute))
            throw new InvalidOperationException($"The function {name} has a trigger that the local host does not know: {Trigger.GetType().Name}.");
    }

    public string Name { get; }

    public TriggerBindingAttribute Trigger { get; }

    private ParameterInfo TriggerParameter { get; }

    /// <summary>Calls the function on an instance of its own, in a scope of its own.</summary>
    /// <param name="input">Gives the trigger's value, as the type that the trigger's parameter has.</param>
    /// <param name="bindingData">Values for the other parameters, by name: of a route, or of a blob's path.</param>
    public async Task<object?> Call(
        IServiceProvider services,
        Func<Type, CancellationToken, Task<object>> input,
        IReadOnlyDictionary<string, string> bindingData,
        CancellationToken cancellation)
    {
        using var invocation = Invocations.StartActivity($"function {Name}");
        invocation?.SetTag("faas.name", Name);
        await using var scope = services.CreateAsyncScope();
        var arguments = new List<object?>();
        foreach (var parameter in method.GetParameters())
        {
            arguments.Add(
                parameter == TriggerParameter ? await input(parameter.ParameterType, cancellation)
                : parameter.ParameterType == typeof(CancellationToken) ? cancellation
                : Convert(parameter, bindingData));
        }
        var instance = create?.Invoke(scope.ServiceProvider, null);
        try
        {
            return await Result(method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, [.. arguments], null));
        }
        finally
        {
            await Dispose(instance);
            foreach (var stream in arguments.OfType<Stream>())
                await stream.DisposeAsync();
        }
    }

    private object? Convert(ParameterInfo parameter, IReadOnlyDictionary<string, string> bindingData)
    {
        if (bindingData.TryGetValue(parameter.Name!, out var text))
            return TypeDescriptor.GetConverter(parameter.ParameterType).ConvertFromInvariantString(text);
        return parameter.HasDefaultValue
            ? parameter.DefaultValue
            : throw new InvalidOperationException($"Nothing binds to the parameter {parameter.Name} of the function {Name}.");
    }

    private static async Task<object?> Result(object? returned)
    {
        switch (returned)
        {
            case ValueTask task:
                await task;
                return null;
            case Task task:
                await task;
                return task.GetType().GetProperty(nameof(Task<>.Result))?.GetValue(task);
            default:
                return returned;
        }
    }

    private static async ValueTask Dispose(object? instance)
    {
        if (instance is IAsyncDisposable asynchronous)
            await asynchronous.DisposeAsync();
        else
            (instance as IDisposable)?.Dispose();
    }
}
