using Azure;
using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Uploads;

/// <summary>A file on its way in: what its row says. Its bytes, and how many have come, are with its blob.</summary>
public sealed record Upload
{
    /// <summary>The name of the kind of record, as stored.</summary>
    public const string Kind = "upload";

    // A client's file name is personal data: nothing of it but a well-known ending goes into a blob's name.
    private static readonly string[] KnownEndings = ["stl", "obj", "ply", "glb", "3mf"];

    /// <summary>Also the id of the scan that it becomes.</summary>
    [Pseudonymous]
    public required Id Id { get; init; }

    /// <summary>Null as long as a partial upload does not say what it is for.</summary>
    [Pseudonymous]
    public required Id? OrderId { get; init; }

    /// <summary>The keyed hashes of whoever its order is about; none without one.</summary>
    [Pseudonymous]
    public required IReadOnlyList<string> Subjects { get; init; }

    [Personal(DataCategory.Identity)]
    public required string FileName { get; init; }

    [Personal(DataCategory.Body)]
    public required DateOnly ScannedOn { get; init; }

    /// <summary>Null until its client tells it.</summary>
    [Operational]
    public required long? Length { get; init; }

    /// <summary>The blob's name: within the order's folder, or among the partial uploads.</summary>
    [Pseudonymous]
    public required string BlobName { get; init; }

    /// <summary>The header that the client described it with.</summary>
    [Personal(DataCategory.Identity)]
    public required string Metadata { get; init; }

    /// <summary>Its order may have this very file already, and is to have it twice.</summary>
    [Operational]
    public bool Again { get; init; }

    /// <summary>Whoever sends it knows that it is destroyed within days.</summary>
    [Operational]
    public bool DestroysNow { get; init; }

    /// <summary>It brings some bytes of a file, beside others, and becomes no scan itself.</summary>
    [Operational]
    public bool IsPartial { get; init; }

    /// <summary>The partial uploads that it joins, in their order; none where it brings its bytes itself.</summary>
    [Pseudonymous]
    public IReadOnlyList<Id> Parts { get; init; } = [];

    /// <summary>The upload that joins this partial one.</summary>
    [Pseudonymous]
    public Id? JoinedBy { get; init; }

    [Operational]
    public required DateOnly CreatedOn { get; init; }

    public required DueRow Due { get; init; }

    public Attempt Attempt { get; init; }

    /// <summary>Until when a request has it to itself.</summary>
    [Operational]
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>The object id of the account that sends it.</summary>
    [Pseudonymous]
    public string? LockedBy { get; init; }

    /// <summary>Who has it is still receiving bytes, and makes way for a destruction.</summary>
    [Operational]
    public bool MakesWay { get; init; }

    /// <summary>It is being destroyed: not a byte of it counts any more.</summary>
    [Operational]
    public bool IsCondemned { get; init; }

    /// <summary>Its scan is with the order, and its bytes are the scan's: the row only tells the client so.</summary>
    [Operational]
    public bool IsComplete { get; init; }

    public ETag Version { get; init; }

    /// <summary>From the first moment of the day it is due, the sweep may take it.</summary>
    public DateTimeOffset ExpiresAt => Amsterdam.StartOf(Due.On);

    /// <summary>
    /// Whether another request has it. Who sends again has given up what they sent before, whether that connection is known to
    /// be broken or not.
    /// </summary>
    public bool IsHeldFrom(string? sender, DateTimeOffset now) => LockedUntil > now && !(MakesWay && sender is not null && LockedBy == sender);

    /// <summary>How many bytes may still come.</summary>
    public long RoomAfter(long offset) => (Length ?? Tus.MaxLength) - offset;

    /// <summary>Its bytes are a scan's, whose order knows its file name: nothing personal stays in the row.</summary>
    public Upload Completed() => this with
    {
        IsComplete = true,
        FileName = "",
        Metadata = OrderId is { } order ? UploadMetadata.Impersonal(order) : "",
        LockedUntil = null,
    };

    /// <summary>The scan that it becomes.</summary>
    public Scan Scan() => new() { Id = Id, FileName = FileName, BlobName = BlobName, ScannedOn = ScannedOn, Bytes = Length ?? 0 };

    public static string NameBlob(Id id, string fileName)
    {
        var ending = Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant();
        return $"{id}.{(KnownEndings.Contains(ending) ? ending : "bin")}";
    }
}
