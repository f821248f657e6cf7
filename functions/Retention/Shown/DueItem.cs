namespace WelWee3D.Retention.Shown;

/// <summary>A record that goes by a day, and why people are asked to look at it once more.</summary>
public sealed record DueItem : KeptItem
{
    public DueItem(KeptRecord kept, IReadOnlyList<string> odd)
        : base(kept) => Odd = odd;

    /// <summary>Each an <see cref="Oddity"/>.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<string> Odd { get; }
}
