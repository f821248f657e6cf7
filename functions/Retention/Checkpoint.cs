namespace WelWee3D.Retention;

/// <summary>The newest certificate of a day on which the chain grew: whoever rewrites the chain would have to rewrite this too.</summary>
public sealed record Checkpoint([Operational] DateOnly Day, [Operational] int Number, [Operational] string Hash);
