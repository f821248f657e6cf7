using Azure;
using Azure.Data.Tables;

namespace WelWee3D.Tests.Shims;

public sealed class TableTransactionTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private TableClient table = null!;

    public async Task InitializeAsync() => table = await azurite.NewTable();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_hundred_entities_are_added_at_once()
    {
        var answer = await table.SubmitTransactionAsync(
            Enumerable.Range(0, 100).Select(n => Add(new TableEntity("p", $"r{n:d3}") { ["N"] = n, ["Text"] = "é\r\n--batch_1" })));

        Assert.Equal(202, answer.GetRawResponse().Status);
        Assert.Equal(100, answer.Value.Count);
        Assert.All(answer.Value, part => Assert.Equal(204, part.Status));
        var last = (await table.GetEntityIfExistsAsync<TableEntity>("p", "r099")).Value!;
        Assert.Equal((99, "é\r\n--batch_1"), (last.GetInt32("N"), last.GetString("Text")));
        Assert.Equal(last.ETag, answer.Value[99].Headers.ETag);
    }

    [Fact]
    public async Task Every_kind_of_action_does_what_its_name_says()
    {
        foreach (var key in (string[])["update-merge", "update-replace", "upsert-merge", "upsert-replace", "delete"])
            await table.AddEntityAsync(new TableEntity("p", key) { ["Old"] = 1 });

        await table.SubmitTransactionAsync(
        [
            Add(new TableEntity("p", "add") { ["New"] = 2 }),
            new(TableTransactionActionType.UpdateMerge, Changed("update-merge"), ETag.All),
            new(TableTransactionActionType.UpdateReplace, Changed("update-replace"), ETag.All),
            new(TableTransactionActionType.UpsertMerge, Changed("upsert-merge")),
            new(TableTransactionActionType.UpsertReplace, Changed("upsert-replace")),
            new(TableTransactionActionType.UpsertReplace, Changed("upsert-new")),
            new(TableTransactionActionType.Delete, new TableEntity("p", "delete")),
        ]);

        var entities = await table.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal(
            ["add 2", "update-merge 12", "update-replace 2", "upsert-merge 12", "upsert-new 2", "upsert-replace 2"],
            entities.Select(entity => $"{entity.RowKey} {entity.GetInt32("Old")}{entity.GetInt32("New")}"));

        static TableEntity Changed(string key) => new("p", key) { ["New"] = 2 };
    }

    [Fact]
    public async Task A_conflict_undoes_all_and_names_the_action()
    {
        await table.AddEntityAsync(new TableEntity("p", "taken"));

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [Add(new TableEntity("p", "a")), Add(new TableEntity("p", "b")), Add(new TableEntity("p", "taken"))]));

        Assert.Equal((409, "EntityAlreadyExists", 2), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "a")).HasValue);
    }

    [Fact]
    public async Task An_old_etag_undoes_all_and_names_the_action()
    {
        var etag = (await table.AddEntityAsync(new TableEntity("p", "r"))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["N"] = 1 });

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [Add(new TableEntity("p", "a")), new(TableTransactionActionType.Delete, new TableEntity("p", "r"), etag)]));

        Assert.Equal((412, "UpdateConditionNotSatisfied", 1), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "a")).HasValue);
    }

    [Fact]
    public async Task Deleting_what_is_absent_fails_the_transaction()
    {
        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [Add(new TableEntity("p", "a")), new(TableTransactionActionType.Delete, new TableEntity("p", "absent"))]));

        Assert.Equal((404, "ResourceNotFound"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task An_update_without_an_etag_is_an_upsert()
    {
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "new"))]);

        Assert.True((await table.GetEntityIfExistsAsync<TableEntity>("p", "new")).HasValue);
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("with space")]
    [InlineData("100% Zoë 日本")]
    public async Task Keys_may_be_odd(string key)
    {
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertReplace, new TableEntity(key, key) { ["N"] = 1 })]);
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateMerge, new TableEntity(key, key) { ["M"] = 2 }, ETag.All)]);

        var found = (await table.GetEntityIfExistsAsync<TableEntity>(key, key)).Value!;
        Assert.Equal((key, 1, 2), (found.RowKey, found.GetInt32("N"), found.GetInt32("M")));
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Delete, found, found.ETag)]);
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>(key, key)).HasValue);
    }

    [Fact]
    public async Task The_same_entity_twice_is_refused() =>
        await AssertRefused([Add(new TableEntity("p", "r")), Add(new TableEntity("p", "r"))]);

    [Fact]
    public async Task More_than_a_hundred_actions_are_refused() =>
        await AssertRefused(Enumerable.Range(0, 101).Select(n => Add(new TableEntity("p", $"r{n}"))));

    [Fact]
    public async Task No_action_at_all_is_refused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([]));

    private async Task AssertRefused(IEnumerable<TableTransactionAction> actions)
    {
        var refused = await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.SubmitTransactionAsync(actions));
        Assert.Equal(400, refused.Status);
        Assert.Empty(await table.QueryAsync<TableEntity>().ToListAsync());
    }

    private static TableTransactionAction Add(TableEntity entity) => new(TableTransactionActionType.Add, entity);
}
