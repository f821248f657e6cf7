using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

public class TableServiceClient
{
    private const string Scope = "https://storage.azure.com/.default";

    private readonly TableService service;

    protected TableServiceClient()
    {
    }

    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions options = null)
        : this(TableConnectionString.Parse(connectionString), options)
    {
    }

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(endpoint, new BearerTokenAuthenticationPolicy(tokenCredential, Scope), options)
    {
    }

    private TableServiceClient(TableConnectionString connection, TableClientOptions options)
        : this(connection.Endpoint, new SharedKeyPolicy(connection.AccountName, connection.AccountKey), options)
    {
    }

    private TableServiceClient(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions options) =>
        service = new TableService(endpoint, authentication, options ?? new TableClientOptions());

    public virtual TableClient GetTableClient(string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return new TableClient(service, tableName);
    }
}
