using Azure;
using Azure.Data.Tables;

namespace WelWee3D.Tests.Shims;

public sealed class TableQueryTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private TableClient table = null!;

    public async Task InitializeAsync() => table = await azurite.NewTable();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_empty_table_answers_nothing() =>
        Assert.Empty(await table.QueryAsync<TableEntity>().ToListAsync());

    [Fact]
    public async Task All_entities_come_in_the_order_of_their_keys_page_after_page()
    {
        await Add("p", "c", "a", "b", "é", "it's");

        var pages = await table.QueryAsync<TableEntity>(maxPerPage: 2).AsPages().ToListAsync();

        Assert.Equal(["a b", "c it's", "é"], pages.Select(page => string.Join(' ', page.Values.Select(entity => entity.RowKey))));
        Assert.Null(pages[^1].ContinuationToken);
    }

    [Fact]
    public async Task More_than_the_thousand_of_one_answer_are_all_enumerated()
    {
        foreach (var hundred in Enumerable.Range(0, 1001).Chunk(100))
            await table.SubmitTransactionAsync(hundred.Select(n => new TableTransactionAction(
                TableTransactionActionType.Add, new TableEntity("p", $"r{n:d4}"))));

        Assert.Equal(1001, (await table.QueryAsync<TableEntity>(select: ["RowKey"]).ToListAsync()).Count);
    }

    [Fact]
    public async Task A_continuation_token_goes_on_where_the_page_ended()
    {
        await Add("p with space", "a", "b c", "d", "e");
        var query = table.QueryAsync<TableEntity>(maxPerPage: 100);

        var first = await query.AsPages(pageSizeHint: 1).FirstAsync();
        var rest = await query.AsPages(first.ContinuationToken).ToListAsync();

        Assert.Equal("a", Assert.Single(first.Values).RowKey);
        Assert.Equal(["b c", "d", "e"], Assert.Single(rest).Values.Select(entity => entity.RowKey));
    }

    [Fact]
    public async Task A_filter_takes_a_range_of_one_partition()
    {
        await Add("p", "2026-11-21", "2026-11-22", "2026-11-23");
        await Add("q", "2026-11-22");

        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {"p"} and RowKey ge {"2026-11-22"}");

        Assert.Equal(["2026-11-22", "2026-11-23"], await RowKeys(filter));
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("a+b&c=d")]
    [InlineData("100%")]
    [InlineData("Zoë 日本")]
    [InlineData("' or PartitionKey ne '")]
    public async Task A_value_in_a_filter_is_only_a_value(string key)
    {
        await Add(key, "found");
        await Add("other", "not found");

        Assert.Equal(["found"], await RowKeys(TableClient.CreateQueryFilter($"PartitionKey eq {key}")));
    }

    [Fact]
    public async Task A_filter_compares_values_of_each_type()
    {
        var time = new DateTimeOffset(2026, 11, 22, 15, 0, 0, TimeSpan.FromHours(1));
        var guid = new Guid("01234567-89ab-cdef-0123-456789abcdef");
        await table.AddEntityAsync(new TableEntity("p", "r")
        {
            ["Int32"] = 3, ["Int64"] = 1L << 40, ["Double"] = 2.5, ["Flag"] = true, ["Time"] = time, ["Guid"] = guid,
        });

        Assert.Equal(["r"], await RowKeys(TableClient.CreateQueryFilter($"Int32 gt {2} and Int64 eq {1L << 40}")));
        Assert.Equal(["r"], await RowKeys(TableClient.CreateQueryFilter($"Double lt {2.6} and Flag eq {true}")));
        Assert.Equal(["r"], await RowKeys(TableClient.CreateQueryFilter($"Time le {time} and Guid eq {guid}")));
        Assert.Empty(await RowKeys(TableClient.CreateQueryFilter($"Time lt {time}")));
    }

    [Fact]
    public void A_filter_writes_each_type_as_the_protocol_does()
    {
        var time = new DateTimeOffset(2026, 11, 22, 15, 0, 0, TimeSpan.FromHours(1));

        Assert.Equal("A eq 'it''s' and B eq 1 and C eq 1L and D eq 1.5 and E eq false",
            TableClient.CreateQueryFilter($"A eq {"it's"} and B eq {1} and C eq {1L} and D eq {1.5} and E eq {false}"));
        Assert.Equal("guid'01234567-89ab-cdef-0123-456789abcdef'",
            TableClient.CreateQueryFilter($"{new Guid("01234567-89ab-cdef-0123-456789abcdef")}"));
        Assert.StartsWith("datetime'2026-11-22T14:00:00", TableClient.CreateQueryFilter($"{time}"), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {new Uri("https://example.nl")}"));
    }

    [Fact]
    public async Task Only_the_selected_properties_come_back()
    {
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });

        var found = Assert.Single(await table.QueryAsync<TableEntity>(select: ["RowKey", "B"]).ToListAsync());

        Assert.Equal(("r", null, 2), (found.RowKey, found.GetInt32("A"), found.GetInt32("B")));
    }

    [Fact]
    public async Task A_filter_that_is_no_filter_is_refused()
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => RowKeys("PartitionKey eq"));
        Assert.Equal(400, refused.Status);
    }

    [Fact]
    public async Task A_query_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await table.QueryAsync<TableEntity>(cancellationToken: cancelled.Token).ToListAsync());
    }

    private async Task<List<string>> RowKeys(string filter) =>
        await table.QueryAsync<TableEntity>(filter).Select(entity => entity.RowKey).ToListAsync();

    private async Task Add(string partitionKey, params string[] rowKeys)
    {
        foreach (var rowKey in rowKeys)
            await table.AddEntityAsync(new TableEntity(partitionKey, rowKey));
    }
}
