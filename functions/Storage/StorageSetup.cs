using Azure.Data.Tables;
using Azure.Storage.Blobs;
using WelWee3D.Contact;
using WelWee3D.Exports;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Scans;
using WelWee3D.Uploads;

namespace WelWee3D.Storage;

/// <summary>
/// Makes the tables and containers that do not exist yet. In Azure the deployment makes them, for the app's identity
/// may not; the local host and the tests call this.
/// </summary>
public static class StorageSetup
{
    public static readonly IReadOnlyList<string> RecordTables =
    [
        ContactMessages.TableName, Letters.TableName, OrderStore.TableName, OrderList.TableName, StalledOrders.TableName, ScanIndex.TableName,
        UploadStore.TableName, UnclaimedBlobs.TableName, DueIndex.TableName, SubjectIndex.TableName, RunLog.TableName,
    ];

    public static readonly IReadOnlyList<string> LedgerTables =
        [Ledger.TableName, Certificates.TableName, DestructionTasks.TableName];

    public static readonly IReadOnlyList<string> ScanContainers = [ScanBlobs.ContainerName];

    public static readonly IReadOnlyList<string> RecordContainers = [ExportPackages.ContainerName];

    public static Task Create(StorageAccounts accounts, CancellationToken cancellation) => Task.WhenAll(
        [
            .. RecordTables.Select(name => Create(accounts.Tables("Records"), name, cancellation)),
            .. LedgerTables.Select(name => Create(accounts.Tables("Ledger"), name, cancellation)),
            .. ScanContainers.Select(name => Create(accounts.Blobs("Scans"), name, cancellation)),
            .. RecordContainers.Select(name => Create(accounts.Blobs("Records"), name, cancellation)),
        ]);

    private static Task Create(TableServiceClient service, string name, CancellationToken cancellation) =>
        service.GetTableClient(name).CreateIfNotExistsAsync(cancellation);

    private static Task Create(BlobServiceClient service, string name, CancellationToken cancellation) =>
        service.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellation);
}
