using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Staff;
using WelWee3D.Storage;

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
                : Answers.Ok(new { status = "ok" });
        });

    // A point read of a row that does not exist: the cheapest question there is.
    private Task Ask(string connection, string table, CancellationToken cancellation) => accounts.Tables(connection)
        .GetTableClient(table).GetEntityIfExistsAsync<TableEntity>("health", "health", cancellationToken: cancellation);

    private async Task<object> ToStaff(CancellationToken cancellation) => new
    {
        status = "ok",
        sweep = await Sweeps(cancellation),
        chain = await Chain(cancellation),
        checkpoints = new { policy = await policy.State(cancellation) },
        mail = new { refusedWith = await letters.RefusedWith(cancellation) },
    };

    private async Task<object> Chain(CancellationToken cancellation)
    {
        var check = await chain.Last(cancellation);
        return new
        {
            verifiedAt = check?.At,
            overdue = check?.IsOverdue(clock.GetUtcNow()) is not false,
            whole = check?.IsWhole,
            broken = check is { BrokenAt: { } number } ? new { number, check.Reason, check.Checkpoint } : null,
        };
    }

    private async Task<object> Sweeps(CancellationToken cancellation)
    {
        var status = await last.Find(cancellation);
        var newest = await runs.NewestSweep(cancellation);
        return new
        {
            completedAt = status?.CompletedAt,
            overdue = status?.IsOverdue(clock.GetUtcNow()) is not false,
            dateIsDoubtful = last.IsDoubtful(clock.Today(), status),
            newest = newest is null ? null : new { newest.Id, newest.StartedAt, newest.Complete },
        };
    }
}
