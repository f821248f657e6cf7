using WelWee3D.Http;

namespace WelWee3D.Uploads;

/// <summary>What Upload-Concat says: a file may come in partial uploads beside each other, which a final one joins.</summary>
/// <param name="Parts">The partial uploads that a final one joins, in their order; none for any other.</param>
public sealed record Concatenation(bool IsPartial, IReadOnlyList<Id> Parts)
{
    private const int MostParts = 100;
    private const string Partial = "partial";
    private const string Final = "final;";

    public static readonly Concatenation None = new(IsPartial: false, []);

    public bool IsFinal => Parts.Count > 0;

    public static Read<Concatenation> Read(HttpRequest request) => request.Headers[Tus.UploadConcat] switch
    {
        [] => new(None),
        [Partial] => new(new Concatenation(IsPartial: true, [])),
        [{ } header] when header.StartsWith(Final, StringComparison.Ordinal) && Ids(header[Final.Length..]) is { Count: > 0 and <= MostParts } parts =>
            new(new Concatenation(IsPartial: false, parts)),
        _ => new(Answers.Unreadable(
            Tus.UploadConcat, $"Must be {Partial}, or {Final} followed by the addresses of 1 to {MostParts} partial uploads, each once, with a space between them.")),
    };

    /// <summary>As the header of an upload; null for one that was not concatenated.</summary>
    public static string? Of(Upload upload) => upload switch
    {
        { IsPartial: true } => Partial,
        { Parts.Count: > 0 } => Final + string.Join(' ', upload.Parts.Select(part => ApiPaths.Of($"uploads/{part}"))),
        _ => null,
    };

    /// <summary>Null when one of them is no address of an upload, or named twice.</summary>
    private static List<Id>? Ids(string addresses)
    {
        var ids = new List<Id>();
        foreach (var address in addresses.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Id.TryParse(address[(address.LastIndexOf('/') + 1)..], out var id) || ids.Contains(id))
                return null;
            ids.Add(id);
        }
        return ids;
    }
}
