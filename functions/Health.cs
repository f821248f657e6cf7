using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D;

/// <summary>Whether every storage account answers. Tells nothing else.</summary>
public sealed class Health(FrontDoor door, StorageAccounts accounts)
{
    [Function(nameof(Health))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Anyone(request, async () =>
        {
            await Task.WhenAll(
                Ask(Accounts.Records, DueIndex.TableName, cancellation),
                Ask(Accounts.Ledger, Ledger.TableName, cancellation),
                accounts.Blobs(Accounts.Scans).GetBlobContainerClient(ScanBlobs.ContainerName).GetPropertiesAsync(cancellationToken: cancellation));
            return Answers.Ok(new { status = "ok" });
        });

    // A point read of a row that does not exist: the cheapest question there is.
    private Task Ask(string connection, string table, CancellationToken cancellation) => accounts.Tables(connection)
        .GetTableClient(table).GetEntityIfExistsAsync<TableEntity>("health", "health", cancellationToken: cancellation);
}
