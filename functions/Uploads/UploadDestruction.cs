using WelWee3D.Retention;

namespace WelWee3D.Uploads;

/// <summary>Has an upload destroyed before its week is over, with a certificate of what had arrived.</summary>
public sealed class UploadDestruction(UploadStore uploads, DecidedDestruction destruction)
{
    /// <param name="decidedBy">The object id of the account because of which it goes.</param>
    /// <returns>False while it is being made a scan, or destroyed by somebody else: to be asked again.</returns>
    public async Task<bool> CarryOut(Upload upload, string decidedBy, CancellationToken cancellation)
    {
        // Whoever dies after this leaves it to the sweep of its day.
        if (!await uploads.Condemn(upload, cancellation))
            return false;
        await destruction.CarryOut([upload.Due.Item], [upload.Due], decidedBy, cancellation);
        return await uploads.Find(upload.Id, cancellation) is null;
    }
}
