using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Uploads;

/// <summary>Uploads as a request names them: 404 for one that never was, 410 for one that was destroyed or has expired.</summary>
public sealed class OngoingUploads(UploadStore uploads, Ledger ledger, TimeProvider clock)
{
    public async Task<Read<Upload>> Find(string id, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var known))
            return new(Answers.NotFound("upload"));
        if (await uploads.Find(known, cancellation) is { } upload)
            return upload.IsCondemned || clock.GetUtcNow() >= upload.ExpiresAt ? new(Answers.Gone("upload")) : new(upload);
        // As the upload it was, or as the scan that it was about to be.
        var line = await ledger.Find(LedgerLine.IdOf(new(Upload.Kind, known)), cancellation)
            ?? await ledger.Find(LedgerLine.IdOf(new(Scan.Kind, known)), cancellation);
        return new(line is null ? Answers.NotFound("upload") : Answers.Gone("upload"));
    }
}
