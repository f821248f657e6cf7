namespace WelWee3D.Retention.Shown;

/// <summary>A record that is here, and why it still is.</summary>
public sealed record KeptAnswer : KeptItem
{
    public KeptAnswer(KeptRecord kept, DateOnly today)
        : base(kept) => Explanation = Explanation.OfKept(kept.Retention, today);

    [JsonPropertyOrder(1)]
    public bool Kept => true;

    [JsonPropertyOrder(1)]
    public Explanation Explanation { get; }
}
