using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace WelWee3D.Tests.Shims;

public sealed class TableClientTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private TableClient table = null!;

    public async Task InitializeAsync() => table = await azurite.NewTable();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_table_can_be_created_twice()
    {
        var created = await table.CreateIfNotExistsAsync();

        Assert.Equal(409, created.GetRawResponse().Status);
        Assert.Equal(table.Name, created.Value.Name);
    }

    [Fact]
    public async Task An_added_entity_is_found_with_its_etag_and_time()
    {
        var added = await table.AddEntityAsync(new TableEntity("p", "r") { ["Name"] = "Anna" });
        var found = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.Equal(204, added.Status);
        Assert.True(found.HasValue);
        Assert.Equal(("p", "r", "Anna"), (found.Value!.PartitionKey, found.Value.RowKey, found.Value.GetString("Name")));
        Assert.Equal(added.Headers.ETag, found.Value.ETag);
        Assert.True(found.Value.Timestamp > DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public async Task Adding_what_exists_is_a_conflict()
    {
        await table.AddEntityAsync(new TableEntity("p", "r"));

        var conflict = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));
        Assert.Equal((409, "EntityAlreadyExists"), (conflict.Status, conflict.ErrorCode));
    }

    [Fact]
    public async Task What_is_absent_has_no_value()
    {
        var absent = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.False(absent.HasValue);
        Assert.Equal(404, absent.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => absent.Value);
    }

    [Fact]
    public async Task Only_the_selected_properties_come_back()
    {
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });

        var found = await table.GetEntityIfExistsAsync<TableEntity>("p", "r", select: ["PartitionKey", "B"]);

        Assert.Null(found.Value!.GetInt32("A"));
        Assert.Equal(2, found.Value.GetInt32("B"));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, 1)]
    [InlineData(TableUpdateMode.Replace, null)]
    public async Task An_upsert_inserts_and_then_merges_or_replaces(TableUpdateMode mode, int? first)
    {
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["First"] = 1 }, mode);
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["Second"] = 2 }, mode);

        var found = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");
        Assert.Equal((first, 2), (found.Value!.GetInt32("First"), found.Value.GetInt32("Second")));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task An_update_succeeds_once_for_each_etag(TableUpdateMode mode)
    {
        var etag = (await table.AddEntityAsync(new TableEntity("p", "r"))).Headers.ETag!.Value;

        var updated = await table.UpdateEntityAsync(new TableEntity("p", "r") { ["N"] = 1 }, etag, mode);
        var late = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r") { ["N"] = 2 }, etag, mode));

        Assert.NotEqual(etag, updated.Headers.ETag);
        Assert.Equal((412, "UpdateConditionNotSatisfied"), (late.Status, late.ErrorCode));
        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["N"] = 3 }, ETag.All, mode);
    }

    [Fact]
    public async Task An_update_needs_an_etag_and_an_entity()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(new TableEntity("p", "r"), default));

        var absent = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r"), ETag.All));
        Assert.Equal((404, "ResourceNotFound"), (absent.Status, absent.ErrorCode));
    }

    [Fact]
    public async Task An_entity_read_is_an_entity_that_can_be_written()
    {
        await table.AddEntityAsync(new TableEntity("p", "r") { ["N"] = 1 });
        var entity = (await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).Value!;

        entity["N"] = 2;
        await table.UpdateEntityAsync(entity, entity.ETag, TableUpdateMode.Replace);

        Assert.Equal(2, (await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).Value!.GetInt32("N"));
    }

    [Fact]
    public async Task A_delete_answers_whether_there_was_anything_to_delete()
    {
        await table.AddEntityAsync(new TableEntity("p", "r"));

        Assert.Equal(204, (await table.DeleteEntityAsync("p", "r")).Status);
        Assert.Equal(404, (await table.DeleteEntityAsync("p", "r")).Status);
    }

    [Fact]
    public async Task A_delete_with_an_old_etag_is_refused()
    {
        var etag = (await table.AddEntityAsync(new TableEntity("p", "r"))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["N"] = 1 });

        var late = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync("p", "r", etag));
        Assert.Equal((412, "UpdateConditionNotSatisfied"), (late.Status, late.ErrorCode));
        Assert.Equal(204, (await table.DeleteEntityAsync("p", "r", ETag.All)).Status);
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("''")]
    [InlineData("with space")]
    [InlineData("100%")]
    [InlineData("%27")]
    [InlineData("a+b&c=d")]
    [InlineData("Zoë – 日本 🤰")]
    [InlineData("(PartitionKey='x')")]
    [InlineData("..")]
    [InlineData("")]
    public async Task Any_key_that_the_service_allows_can_be_used(string key)
    {
        await table.AddEntityAsync(new TableEntity(key, key) { ["N"] = 1 });
        await table.UpdateEntityAsync(new TableEntity(key, key) { ["N"] = 2 }, ETag.All);

        var found = await table.GetEntityIfExistsAsync<TableEntity>(key, key);
        Assert.Equal((key, key, 2), (found.Value!.PartitionKey, found.Value.RowKey, found.Value.GetInt32("N")));
        Assert.Equal(204, (await table.DeleteEntityAsync(key, key)).Status);
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_an_error()
    {
        var nowhere = azurite.Tables.GetTableClient("nowhere");

        var missing = await Assert.ThrowsAsync<RequestFailedException>(() => nowhere.AddEntityAsync(new TableEntity("p", "r")));
        Assert.Equal((404, "TableNotFound"), (missing.Status, missing.ErrorCode));
    }

    [Fact]
    public async Task A_value_that_is_too_long_is_refused()
    {
        var longest = new string('x', 32 * 1024);
        await table.AddEntityAsync(new TableEntity("p", "fits") { ["Text"] = longest });

        var refused = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.AddEntityAsync(new TableEntity("p", "longer") { ["Text"] = longest + "x" }));
        Assert.Equal((400, "PropertyValueTooLarge"), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task A_request_that_fails_for_a_moment_is_tried_again_and_signed_afresh()
    {
        var once = new FailsOnce();
        var options = new TableClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1) } };
        options.AddPolicy(once, HttpPipelinePosition.BeforeTransport);
        var client = new TableServiceClient(azurite.ConnectionString, options).GetTableClient(table.Name);

        var added = await client.AddEntityAsync(new TableEntity("p", "r"));

        Assert.Equal(204, added.Status);
        Assert.Equal(2, once.Signatures.Count);
        Assert.All(once.Signatures, signature => Assert.StartsWith("SharedKeyLite ", signature, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => table.AddEntityAsync(new TableEntity("p", "r"), cancelled.Token));
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        var wrong = azurite.ConnectionString.Replace("AccountKey=Eby8", "AccountKey=AAAA", StringComparison.Ordinal);
        var client = new TableServiceClient(wrong).GetTableClient(table.Name);

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => client.AddEntityAsync(new TableEntity("p", "r")));
        Assert.Equal(403, refused.Status);
    }

    private sealed class FailsOnce : HttpPipelinePolicy
    {
        public List<string> Signatures { get; } = [];

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            Signatures.Add(message.Request.Headers.TryGetValue("Authorization", out var signature) ? signature : "");
            if (Signatures.Count > 1)
                await ProcessNextAsync(message, pipeline);
            else
                throw new RequestFailedException("The connection broke.", new IOException());
        }
    }
}
