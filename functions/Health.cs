using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Staff;

namespace WelWee3D;

/// <summary>
/// Whether every storage account answers; to those who work here also how sweeps and chain are doing, whether the checkpoints are
/// kept, and whether the mail service still takes letters. Tells nothing else.
/// </summary>
public sealed class Health(
    FrontDoor door, StaffTokens tokens, StorageAccounts accounts, LastSweep last, RunLog runs, ChainVerification chain, CheckpointPolicy policy,
    Letters letters, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [Function(nameof(Health))]
    [Describes("Tells whether storage answers, and to those who work here how sweeps, chain and mail are doing.", Answer = typeof(HealthView))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Anyone(request, async () =>
        {
            using var patience = new CancellationTokenSource(Patience, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
            await Task.WhenAll(
                Ask(Accounts.Records, DueIndex.TableName, either.Token),
                Ask(Accounts.Ledger, Ledger.TableName, either.Token),
                accounts.Blobs(Accounts.Scans).GetBlobContainerClient(ScanBlobs.ContainerName).GetPropertiesAsync(cancellationToken: either.Token));
            return await tokens.Caller(request, either.Token) is { Roles.Count: > 0 }
                ? Answers.Ok(await ToStaff(either.Token))
                : Answers.Ok(new HealthView(HealthView.Ok));
        });

    // A point read of a row that does not exist: the cheapest question there is.
    private Task Ask(string connection, string table, CancellationToken cancellation) => accounts.Tables(connection)
        .GetTableClient(table).GetEntityIfExistsAsync<TableEntity>("health", "health", cancellationToken: cancellation);

    private async Task<HealthView> ToStaff(CancellationToken cancellation) => new(
        HealthView.Ok, await Sweeps(cancellation), await Chain(cancellation), new(await policy.State(cancellation)), new(await letters.RefusedWith(cancellation)));

    private async Task<ChainHealth> Chain(CancellationToken cancellation)
    {
        var check = await chain.Last(cancellation);
        return new(
            check?.At, check?.IsOverdue(clock.GetUtcNow()) is not false, check?.IsWhole,
            check is { BrokenAt: { } number } ? new(number, check.Reason, check.Checkpoint) : null);
    }

    private async Task<SweepHealth> Sweeps(CancellationToken cancellation)
    {
        var status = await last.Find(cancellation);
        var newest = await runs.NewestSweep(cancellation);
        return new(
            status?.CompletedAt, status?.IsOverdue(clock.GetUtcNow()) is not false, last.IsDoubtful(clock.Today(), status),
            newest is null ? null : new(newest.Id, newest.StartedAt, newest.Complete));
    }
}
