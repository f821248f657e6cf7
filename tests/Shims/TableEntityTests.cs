using Azure.Data.Tables;

namespace WelWee3D.Tests.Shims;

public sealed class TableEntityTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    public static TheoryData<object> Values =>
    [
        "", "text", "Zoë \"quoted\" \\ \r\n\t 日本 🤰", "2026-11-22T14:00:00Z",
        true, false,
        0, int.MinValue, int.MaxValue,
        0L, 5L, long.MinValue, long.MaxValue,
        0.0, 5.0, -2.5, 0.1, 1e300, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        new DateTimeOffset(2026, 11, 22, 14, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 11, 22, 14, 0, 0, TimeSpan.Zero).AddTicks(1234567),
        new Guid("01234567-89ab-cdef-0123-456789abcdef"),
        Array.Empty<byte>(), new byte[] { 0, 1, 254, 255 },
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_comes_back_as_it_was_stored(object value)
    {
        var table = await azurite.NewTable();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = value });
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "s") { ["Value"] = value })]);

        Assert.Equal(value, (await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).Value!["Value"]);
        Assert.All(await table.QueryAsync<TableEntity>().ToListAsync(), entity => Assert.Equal(value, entity["Value"]));
    }

    [Fact]
    public async Task A_time_comes_back_as_the_same_moment()
    {
        var table = await azurite.NewTable();
        var time = new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.FromHours(2));
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Time"] = time });

        var found = (await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).Value!.GetDateTimeOffset("Time");
        Assert.Equal(time, found);
        Assert.Equal(TimeSpan.Zero, found!.Value.Offset);
    }

    [Fact]
    public async Task What_is_null_is_not_stored()
    {
        var table = await azurite.NewTable();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Nothing"] = null });

        Assert.Null((await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).Value!.GetString("Nothing"));
    }

    [Fact]
    public void A_property_is_read_as_its_own_type_only()
    {
        var entity = new TableEntity("p", "r") { ["Text"] = "text" };

        Assert.Equal("text", entity.GetString("Text"));
        Assert.Null(entity.GetInt32("Absent"));
        Assert.Throws<InvalidOperationException>(() => entity.GetInt32("Text"));
    }

    [Fact]
    public void A_property_keeps_its_type_and_integers_widen()
    {
        var entity = new TableEntity("p", "r") { ["Double"] = 1.5, ["Int64"] = 1L };

        entity["Double"] = 2;
        entity["Int64"] = 2;

        Assert.Equal(2.0, entity.GetDouble("Double"));
        Assert.Equal(2L, entity.GetInt64("Int64"));
        Assert.Throws<InvalidOperationException>(() => entity["Double"] = "text");
    }

    [Fact]
    public void An_entity_is_a_dictionary_of_its_properties()
    {
        var entity = new TableEntity(new Dictionary<string, object?> { ["PartitionKey"] = "p", ["RowKey"] = "r", ["N"] = 1 });

        Assert.Equal(("p", "r", 3), (entity.PartitionKey, entity.RowKey, entity.Count));
        Assert.True(entity.ContainsKey("N"));
        Assert.True(entity.TryGetValue("N", out var value));
        Assert.Equal(1, value);
        Assert.True(entity.Remove("N"));
        Assert.Equal(["PartitionKey", "RowKey"], entity.Keys);
    }
}
