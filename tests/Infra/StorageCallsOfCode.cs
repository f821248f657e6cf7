using Mono.Cecil;

namespace WelWee3D.Tests.Infra;

/// <summary>
/// Every call that the compiled app makes of the storage libraries, with the role that lets one make it. What is new in the
/// code is looked up in Azure's list of built-in roles, and added here.
/// </summary>
internal static class StorageCallsOfCode
{
    private static readonly Dictionary<string, string> Needed = new()
    {
        ["TableClient.GetEntityIfExistsAsync"] = BuiltInRole.TableReader,
        ["TableClient.QueryAsync"] = BuiltInRole.TableReader,
        ["TableClient.AddEntityAsync"] = BuiltInRole.TableContributor,
        ["TableClient.UpdateEntityAsync"] = BuiltInRole.TableContributor,
        ["TableClient.UpsertEntityAsync"] = BuiltInRole.TableContributor,
        ["TableClient.DeleteEntityAsync"] = BuiltInRole.TableContributor,
        ["TableClient.SubmitTransactionAsync"] = BuiltInRole.TableContributor,

        ["QueueClient.GetPropertiesAsync"] = BuiltInRole.QueueReader,

        ["BlobBaseClient.DownloadContentAsync"] = BuiltInRole.BlobReader,
        ["BlobBaseClient.ExistsAsync"] = BuiltInRole.BlobReader,
        ["BlobBaseClient.GetPropertiesAsync"] = BuiltInRole.BlobReader,
        ["BlobBaseClient.OpenReadAsync"] = BuiltInRole.BlobReader,
        ["BlobContainerClient.GetBlobsAsync"] = BuiltInRole.BlobReader,
        ["BlobContainerClient.GetPropertiesAsync"] = BuiltInRole.BlobReader,
        ["BlockBlobClient.GetBlockListAsync"] = BuiltInRole.BlobReader,
        ["AppendBlobClient.AppendBlockAsync"] = BuiltInRole.BlobContributor,
        ["AppendBlobClient.CreateAsync"] = BuiltInRole.BlobContributor,
        ["BlobBaseClient.DeleteIfExistsAsync"] = BuiltInRole.BlobContributor,
        ["BlobBaseClient.SetMetadataAsync"] = BuiltInRole.BlobContributor,
        ["BlobBaseClient.StartCopyFromUriAsync"] = BuiltInRole.BlobContributor,
        ["BlobBaseClient.UndeleteAsync"] = BuiltInRole.BlobContributor,
        ["BlobClient.UploadAsync"] = BuiltInRole.BlobContributor,
        ["BlobContainerClient.DeleteBlobIfExistsAsync"] = BuiltInRole.BlobContributor,
        ["BlockBlobClient.CommitBlockListAsync"] = BuiltInRole.BlobContributor,
        ["BlockBlobClient.StageBlockAsync"] = BuiltInRole.BlobContributor,
    };

    /// <summary>The local host and the tests make what the deployment makes in Azure.</summary>
    private static readonly string[] NotInAzure = ["TableClient.CreateIfNotExistsAsync", "BlobContainerClient.CreateIfNotExistsAsync"];

    private static readonly IReadOnlyList<string> Made = Calls();

    /// <summary>Of which nobody has said yet what they need.</summary>
    public static IReadOnlyList<string> Unknown { get; } = [.. Made.Where(call => !Needed.ContainsKey(call) && !NotInAzure.Contains(call))];

    /// <summary>In the table, and called no more.</summary>
    public static IReadOnlyList<string> Uncalled { get; } = [.. Needed.Keys.Except(Made)];

    /// <summary>The role by which all that is called on tables may be done.</summary>
    public static string OnTables { get; } = Most(BuiltInRole.TableContributor, BuiltInRole.TableReader);

    /// <summary>The role by which all that is called on blobs may be done.</summary>
    public static string OnBlobs { get; } = Most(BuiltInRole.BlobContributor, BuiltInRole.BlobReader);

    private static string Most(params string[] strongestFirst) =>
        strongestFirst.First(role => Made.Any(call => Needed.GetValueOrDefault(call) == role));

    private static string[] Calls()
    {
        using var app = ModuleDefinition.ReadModule(typeof(Services).Assembly.Location);
        return
        [
            .. app.Types.SelectMany(WithNested).SelectMany(type => type.Methods)
                .Where(method => method.HasBody)
                .SelectMany(method => method.Body.Instructions)
                .Select(instruction => instruction.Operand)
                .OfType<MethodReference>()
                .Where(IsStorageCall)
                .Select(called => $"{called.DeclaringType.Name}.{called.Name}")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    // All of a client but what only makes another client or a text of it.
    private static bool IsStorageCall(MethodReference called) =>
        called.DeclaringType.Namespace is { } name
        && (name.StartsWith("Azure.Data.Tables", StringComparison.Ordinal) || name.StartsWith("Azure.Storage", StringComparison.Ordinal))
        && called.DeclaringType.Name.EndsWith("Client", StringComparison.Ordinal)
        && !called.Name.StartsWith("get_", StringComparison.Ordinal)
        && called.Name is not (".ctor" or "CreateQueryFilter" or "GetTableClient" or "GetBlobContainerClient" or "GetBlobClient" or "GetQueueClient");

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);
}
