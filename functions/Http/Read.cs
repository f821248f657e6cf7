namespace WelWee3D.Http;

/// <summary>A body that was read: a value, or the answer that refuses it.</summary>
public sealed class Read<T>
    where T : class
{
    private readonly T? value;

    internal Read(T value) => this.value = value;

    internal Read(IResult refusal) => Refusal = refusal;

    /// <summary>Look here first; it is null when there is a value.</summary>
    public IResult? Refusal { get; }

    public T Value => value ?? throw new InvalidOperationException("The body was refused: answer with its refusal.");
}
