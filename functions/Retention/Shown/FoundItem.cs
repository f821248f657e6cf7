namespace WelWee3D.Retention.Shown;

/// <summary>A record about a person, until when it is kept, and the values by which it was found.</summary>
public sealed record FoundItem : KeptItem
{
    private FoundItem(KeptRecord kept, IReadOnlyList<string> by)
        : base(kept) => By = by;

    [JsonPropertyOrder(1)]
    public IReadOnlyList<string> By { get; }

    /// <summary>The records, each with what belongs to it.</summary>
    public static IReadOnlyList<FoundItem> Of(IEnumerable<FoundRecord> matches) =>
        [.. matches.SelectMany(match => match.Record.Parts.Append(match.Record), (match, record) => new FoundItem(record, match.By))];
}
