using WelWee3D.Http;

namespace WelWee3D.Uploads;

/// <summary>What a final upload joins. It may be asked for again, by a client that lost the answer.</summary>
public sealed class UploadJoin(UploadStore uploads, PartialUploads partials, TimeProvider clock)
{
    /// <summary>The partial uploads that a request names, or why they cannot be joined.</summary>
    /// <param name="order">What they are joined for.</param>
    public async Task<Read<IReadOnlyList<Upload>>> Parts(Concatenation concatenation, Id order, CancellationToken cancellation)
    {
        var parts = new List<Upload>();
        foreach (var id in concatenation.Parts)
        {
            if (await uploads.Find(id, cancellation) is not { } part)
                return new(Answers.NotFound("upload"));
            if (part.IsCondemned || clock.GetUtcNow() >= part.ExpiresAt)
                return new(Answers.Gone("upload"));
            if (!part.IsPartial)
                return new(Conflict("Must name partial uploads only."));
            if (part.OrderId is { } own && own != order)
                return new(Conflict("Must name uploads for the same order."));
            if (!await IsWhole(part, cancellation))
                return new(Conflict("Must name uploads of which all bytes have come."));
            parts.Add(part);
        }
        return parts.Sum(part => part.Length) is 0 or > Tus.MaxLength
            ? new(Tus.TooLarge(Tus.UploadConcat, $"Must have 1 to {Tus.MaxLength} bytes together."))
            : new(parts);
    }

    /// <summary>The final upload that joins these already, if there is one, or why no other may.</summary>
    public async Task<(Upload? Final, IResult? Refusal)> Begun(
        Concatenation concatenation, IReadOnlyList<Upload> parts, CancellationToken cancellation)
    {
        Upload? begun = null;
        foreach (var id in parts.Select(part => part.JoinedBy).OfType<Id>().Distinct())
            if (await uploads.Find(id, cancellation) is { IsCondemned: false } final)
            {
                if (begun is not null || !final.Parts.SequenceEqual(concatenation.Parts))
                    return (null, Conflict("Must name uploads that no other joins."));
                begun = final;
            }
        return begun is null || begun.IsComplete || await Bind(begun, parts, cancellation) ? (begun, null) : (null, Tus.Locked());
    }

    /// <summary>From then on no other may join them.</summary>
    /// <returns>False when another request was faster.</returns>
    public async Task<bool> Bind(Upload final, IReadOnlyList<Upload> parts, CancellationToken cancellation)
    {
        foreach (var part in parts)
            if (!await partials.Bind(part, final, cancellation))
                return false;
        return true;
    }

    /// <summary>Of what was joined before the bytes may be gone already.</summary>
    private async Task<bool> IsWhole(Upload part, CancellationToken cancellation) =>
        (part.JoinedBy is { } final && await uploads.Find(final, cancellation) is { IsComplete: true })
        || (await uploads.Progress(part, cancellation)).Offset == part.Length;

    private static IResult Conflict(string message) => Answers.Conflict(Tus.UploadConcat, message);
}
