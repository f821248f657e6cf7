namespace WelWee3D.Uploads;

/// <summary>
/// The right to change an upload, which one request has at a time. It outlives no process by more than
/// <see cref="Length"/>: who holds it and is alive renews it. Every change is refused once somebody else has it.
/// </summary>
public sealed class UploadTurn : IAsyncDisposable
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    // As long as bytes may still be on their way to what was destroyed.
    private static readonly TimeSpan RenewAfter = TimeSpan.FromSeconds(2);

    private readonly TableClient table;
    private readonly TimeProvider clock;

    private UploadTurn(TableClient table, TimeProvider clock, Upload upload)
    {
        this.table = table;
        this.clock = clock;
        Upload = upload;
    }

    public Upload Upload { get; private set; }

    /// <summary>Null while somebody else has it, or when the upload has changed since it was read.</summary>
    /// <param name="sender">The account that sends; null for none, which takes it from nobody.</param>
    internal static async Task<UploadTurn?> Take(TableClient table, TimeProvider clock, Upload upload, Attempt attempt, string? sender)
    {
        var now = clock.GetUtcNow();
        if (upload.IsCondemned || upload.IsHeldFrom(sender, now))
            return null;
        var turn = new UploadTurn(table, clock, upload);
        return await turn.Change(upload with { Attempt = attempt, MakesWay = true, LockedBy = sender, LockedUntil = now + Length }) ? turn : null;
    }

    /// <summary>Takes it from whoever is receiving bytes: a destruction waits for no client.</summary>
    /// <returns>Null while it is being made a scan, or destroyed, or when the upload has changed since it was read.</returns>
    internal static async Task<UploadTurn?> Condemn(TableClient table, TimeProvider clock, Upload upload)
    {
        if (!upload.MakesWay && upload.LockedUntil > clock.GetUtcNow())
            return null;
        var turn = new UploadTurn(table, clock, upload);
        return await turn.Condemn(until: clock.GetUtcNow() + Length) ? turn : null;
    }

    /// <summary>Not a byte of it counts any more, and it is nobody's turn after this one: it is to be destroyed.</summary>
    /// <param name="until">How long who holds the turn keeps it; null to give it back.</param>
    public Task<bool> Condemn(DateTimeOffset? until = null) => Change(Upload with
    {
        Attempt = Upload.Attempt.Next(from: 0, counts: false),
        MakesWay = false,
        IsCondemned = true,
        LockedUntil = until,
    });

    /// <summary>To be asked at least every so often; false when the turn is lost, or the upload has expired.</summary>
    public async Task<bool> Keep()
    {
        var now = clock.GetUtcNow();
        if (now >= Upload.ExpiresAt)
            return false;
        return Upload.LockedUntil - now > Length - RenewAfter || await Renew();
    }

    /// <returns>False when the turn is lost.</returns>
    public Task<bool> Renew() => Change(Upload with { LockedUntil = clock.GetUtcNow() + Length });

    /// <summary>All bytes have come, and from now on it makes way for nobody.</summary>
    public Task<bool> BeginCompletion() => Change(Upload with { MakesWay = false, LockedUntil = clock.GetUtcNow() + Length });

    /// <summary>Decides about the bytes that were sent in this turn.</summary>
    public Task<bool> Count() => Change(Upload with { Attempt = Upload.Attempt with { Counts = true } });

    /// <summary>Decides about the bytes that were sent in this turn, and gives it back.</summary>
    /// <returns>False when it was lost.</returns>
    public Task<bool> End(bool counts) => Change(Upload with { Attempt = Upload.Attempt with { Counts = counts }, LockedUntil = null });

    public Task<bool> Complete() => Change(Upload.Completed());

    public async ValueTask DisposeAsync()
    {
        if (Upload.LockedUntil is not null)
            await Change(Upload with { LockedUntil = null });
    }

    // Never cancelled: who has gone away must not leave the upload locked.
    private async Task<bool> Change(Upload upload)
    {
        if (await table.TryUpdateOwn(UploadRows.Row(upload), Upload.Version, CancellationToken.None) is not { } version)
            return false;
        Upload = upload with { Version = version };
        return true;
    }
}
