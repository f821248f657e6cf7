using Mono.Cecil;

namespace WelWee3D.Tests.Infra;

/// <summary>
/// Every call that the compiled app makes of the storage libraries, and of the resource manager, with what it needs to be allowed.
/// What is new in the code is looked up in Azure's list of permissions, and added here.
/// </summary>
internal static class CallsOfCode
{
    private const string Management = $"{nameof(StorageAccounts)}.{nameof(StorageAccounts.Management)}";

    private const string Files = $"scans/{ScanBlobs.ContainerName}";
    private const string Packages = $"records/{PackageBlobs.ContainerName}";
    private const string Parts = $"records/{PartialUploads.ContainerName}";
    private const string Proof = $"ledger/{Checkpoints.ContainerName}";

    private static readonly Dictionary<string, string> OfStorage = new()
    {
        ["TableClient.GetEntityIfExistsAsync"] = Actions.ReadRow,
        ["TableClient.QueryAsync"] = Actions.ReadRow,
        ["TableClient.AddEntityAsync"] = Actions.WriteRow,
        ["TableClient.UpdateEntityAsync"] = Actions.WriteRow,
        ["TableClient.UpsertEntityAsync"] = Actions.WriteRow,
        ["TableClient.DeleteEntityAsync"] = Actions.DeleteRow,
        ["TableClient.SubmitTransactionAsync"] = Actions.DeleteRow,

        ["QueueClient.GetPropertiesAsync"] = Actions.ReadQueue,
        ["QueueClient.UpdateMessageAsync"] = Actions.WriteMessage,
        ["QueueClient.ReceiveMessagesAsync"] = Actions.DeleteMessage,
        ["QueueClient.DeleteMessageAsync"] = Actions.DeleteMessage,

        ["BlobBaseClient.DownloadContentAsync"] = Actions.ReadBlob,
        ["BlobBaseClient.ExistsAsync"] = Actions.ReadBlob,
        ["BlobBaseClient.GetPropertiesAsync"] = Actions.ReadBlob,
        ["BlobBaseClient.DownloadStreamingAsync"] = Actions.ReadBlob,
        ["BlobContainerClient.GetBlobsAsync"] = Actions.ReadBlob,
        ["BlobContainerClient.GetPropertiesAsync"] = Actions.ReadContainer,
        ["BlockBlobClient.GetBlockListAsync"] = Actions.ReadBlob,
        ["AppendBlobClient.AppendBlockAsync"] = Actions.WriteBlob,
        ["AppendBlobClient.CreateAsync"] = Actions.WriteBlob,
        ["BlobBaseClient.SetMetadataAsync"] = Actions.WriteBlob,
        ["BlobBaseClient.StartCopyFromUriAsync"] = Actions.WriteBlob,
        ["BlobBaseClient.UndeleteAsync"] = Actions.WriteBlob,
        ["BlobClient.UploadAsync"] = Actions.WriteBlob,
        ["BlockBlobClient.CommitBlockListAsync"] = Actions.WriteBlob,
        ["BlockBlobClient.StageBlockAsync"] = Actions.WriteBlob,
        ["BlobBaseClient.DeleteIfExistsAsync"] = Actions.DeleteBlob,
        ["BlobContainerClient.DeleteBlobIfExistsAsync"] = Actions.DeleteBlob,
    };

    /// <summary>In which container each class works that calls one, by itself or with what it was handed.</summary>
    private static readonly Dictionary<string, string[]> Containers = new()
    {
        ["CheckpointPolicy"] = [Proof],
        ["Checkpoints"] = [Proof],
        ["PackageBlobs"] = [Packages],
        ["PackageStream"] = [Packages],
        ["BlobStream"] = [Packages, Files],
        ["UploadBlocks"] = [Parts, Files],
        ["FileAnswer"] = [Files],
        ["Health"] = [Files],
        ["Package"] = [Files],
        ["PoisonedBlobs"] = [Files],
        ["PrintCopies"] = [Files],
        ["Homecoming"] = [Files],
        ["ScanBlobs"] = [Files],
        ["ScanFileCheck"] = [Files],
        ["ScanRecorder"] = [Files],
        ["UnclaimedBlobs"] = [Files],
    };

    /// <summary>Who asks the resource manager, where, and what that takes.</summary>
    private static readonly Dictionary<string, (string Where, string Action)> OfManagement = new()
    {
        ["CheckpointPolicy.Managed"] = (Proof, Actions.ReadContainer),
    };

    /// <summary>The local host and the tests make what the deployment makes in Azure.</summary>
    private static readonly string[] NotInAzure =
        ["TableClient.CreateIfNotExistsAsync", "BlobContainerClient.CreateIfNotExistsAsync", "QueueClient.CreateIfNotExistsAsync"];

    private static readonly (string In, string By, string Of)[] Made = Calls();

    private static readonly string[] MadeOfStorage = [.. Made.Select(call => call.Of).Except([Management, .. NotInAzure])];

    private static readonly string[] AskingManagement = [.. Made.Where(call => call.Of == Management).Select(call => call.By).Distinct()];

    private static readonly string[] InContainers =
        [.. Made.Where(call => OfStorage.GetValueOrDefault(call.Of, "").StartsWith("blobServices", StringComparison.Ordinal)).Select(call => call.In).Distinct()];

    /// <summary>Of which nobody has said yet what they need, or where.</summary>
    public static IReadOnlyList<string> Unknown { get; } =
        [.. MadeOfStorage.Except(OfStorage.Keys), .. AskingManagement.Except(OfManagement.Keys), .. InContainers.Except(Containers.Keys)];

    /// <summary>In the tables, and made no more.</summary>
    public static IReadOnlyList<string> Unmade { get; } =
        [.. OfStorage.Keys.Except(MadeOfStorage), .. OfManagement.Keys.Except(AskingManagement), .. Containers.Keys.Except(InContainers)];

    /// <summary>What all that is called of a service takes: <c>tableServices</c> or <c>queueServices</c>.</summary>
    public static IEnumerable<string> On(string service) => MadeOfStorage.Select(call => OfStorage.GetValueOrDefault(call, ""))
        .Where(action => action.StartsWith(service, StringComparison.Ordinal)).Distinct();

    /// <summary>What is called in one container, such as <c>scans/scans</c>, takes.</summary>
    public static IEnumerable<string> In(string container) => Made
        .Where(call => Containers.GetValueOrDefault(call.In) is { } places && places.Contains(container))
        .Select(call => OfStorage.GetValueOrDefault(call.Of, ""))
        .Where(action => action.StartsWith("blobServices", StringComparison.Ordinal)).Distinct();

    /// <summary>What is asked of the resource manager about one place takes.</summary>
    public static IEnumerable<string> ManagementOf(string place) => OfManagement.Values.Where(each => each.Where == place).Select(each => each.Action);

    private static (string In, string By, string Of)[] Calls()
    {
        using var app = ModuleDefinition.ReadModule(typeof(Services).Assembly.Location);
        return
        [
            .. from type in app.Types.SelectMany(WithNested)
               from method in type.Methods
               where method.HasBody
               from called in method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>()
               where IsStorageCall(called) || NameOf(called) == Management
               select (Outermost(method.DeclaringType).Name, Written(method), NameOf(called)),
        ];
    }

    private static string NameOf(MethodReference called) => $"{called.DeclaringType.Name}.{called.Name}";

    // What waits is compiled into a type of its own, within that of the method that was written: <Managed>d__12.
    private static string Written(MethodDefinition method) => method.DeclaringType is { DeclaringType: { } outer } waiting && waiting.Name.StartsWith('<')
        ? $"{outer.Name}.{waiting.Name[1..waiting.Name.IndexOf('>', StringComparison.Ordinal)]}"
        : NameOf(method);

    // All of a client but what only makes another client or a text of it.
    private static bool IsStorageCall(MethodReference called) =>
        called.DeclaringType.Namespace is { } name
        && (name.StartsWith("Azure.Data.Tables", StringComparison.Ordinal) || name.StartsWith("Azure.Storage", StringComparison.Ordinal))
        && called.DeclaringType.Name.EndsWith("Client", StringComparison.Ordinal)
        && !called.Name.StartsWith("get_", StringComparison.Ordinal)
        && called.Name is not (".ctor" or "CreateQueryFilter" or "GetTableClient" or "GetBlobContainerClient" or "GetBlobClient" or "GetQueueClient");

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);
}
