namespace WelWee3D.Tests.Infra;

/// <summary>The roles that Azure has, by their ids; of those for storage also what they allow.</summary>
internal static class BuiltInRole
{
    public const string BlobOwner = "Storage Blob Data Owner";
    public const string BlobContributor = "Storage Blob Data Contributor";
    public const string QueueContributor = "Storage Queue Data Contributor";
    public const string SecretsUser = "Key Vault Secrets User";
    public const string MetricsPublisher = "Monitoring Metrics Publisher";

    private const string BlobReader = "Storage Blob Data Reader";
    private const string QueueReader = "Storage Queue Data Reader";
    private const string TableReader = "Storage Table Data Reader";
    private const string TableContributor = "Storage Table Data Contributor";

    private static readonly Dictionary<string, string> Names = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = BlobOwner,
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = BlobContributor,
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = BlobReader,
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = QueueContributor,
        ["19e7f393-937e-4f77-808e-94535e297925"] = QueueReader,
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = TableContributor,
        ["76199698-9eea-4c19-bc75-cec21354c6b6"] = TableReader,
        ["4633458b-17de-408a-b874-0445c86b69e6"] = SecretsUser,
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = MetricsPublisher,
    };

    /// <summary>The weakest first. An action is one of <c>Microsoft.Storage/storageAccounts</c>.</summary>
    private static readonly (string Role, string[] Allows)[] Storage =
    [
        (BlobReader, [Actions.ReadContainer, Actions.ReadBlob]),
        (BlobContributor, [Actions.ReadContainer, Actions.ReadBlob, Actions.WriteBlob, Actions.DeleteBlob]),
        (QueueReader, [Actions.ReadQueue]),
        (QueueContributor, [Actions.ReadQueue, Actions.WriteMessage, Actions.DeleteMessage]),
        (TableReader, [Actions.ReadRow]),
        (TableContributor, [Actions.ReadRow, Actions.WriteRow, Actions.DeleteRow]),
    ];

    public static string NameOf(string id) => Names.GetValueOrDefault(id, id);

    /// <summary>The role that allows all of this, and of those that do the least.</summary>
    public static string LeastFor(IEnumerable<string> actions) =>
        Storage.First(each => actions.All(action => each.Allows.Contains(action))).Role;
}

/// <summary>What a role can allow.</summary>
internal static class Actions
{
    public const string ReadContainer = "blobServices/containers/read";
    public const string ReadBlob = "blobServices/containers/blobs/read";
    public const string WriteBlob = "blobServices/containers/blobs/write";
    public const string DeleteBlob = "blobServices/containers/blobs/delete";
    public const string ReadQueue = "queueServices/queues/read";
    public const string WriteMessage = "queueServices/queues/messages/write";
    public const string DeleteMessage = "queueServices/queues/messages/delete";
    public const string ReadRow = "tableServices/tables/entities/read";
    public const string WriteRow = "tableServices/tables/entities/write";
    public const string DeleteRow = "tableServices/tables/entities/delete";
}
