namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

public abstract class BindingAttribute : Attribute;

[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public abstract class InputBindingAttribute : BindingAttribute;

public abstract class TriggerBindingAttribute : InputBindingAttribute;
