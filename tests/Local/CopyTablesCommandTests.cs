namespace WelWee3D.Tests.Local;

public sealed class CopyTablesCommandTests : OwnWorld, IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }

    [Fact]
    public async Task Every_row_of_an_account_is_there_with_its_keys_columns_and_types_and_again_when_it_is_run_again()
    {
        await world.Given.OrderWithScan();
        var kinds = world.Storage.Table("Kinds");
        await kinds.CreateAsync();
        await kinds.AddEntityAsync(new TableEntity("partition", "row")
        {
            ["Text"] = "Wél & Wee", ["Empty"] = "", ["Long"] = new string('a', 32_000), ["Number"] = 1, ["Large"] = 1L << 40, ["Real"] = 0.1, ["Yes"] = true,
            ["Id"] = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), ["Moment"] = new DateTimeOffset(2026, 11, 27, 1, 2, 3, TimeSpan.Zero), ["Bytes"] = new byte[] { 0, 1, 255 },
        });
        for (var i = 0; i < 1100; i++)
            await kinds.AddEntityAsync(new TableEntity("many", $"{i}"));
        var target = await Emulators.NewAccount();

        var exits = new[] { await Copy(target), await Copy(target) };

        Assert.Equal([0, 0], exits);
        Assert.Contains("Kinds: 1101 rows, each alike.", output.ToString(), StringComparison.Ordinal);
        foreach (var table in StorageSetup.RecordTables.Concat(StorageSetup.LedgerTables).Append("Kinds"))
            Assert.Equal(Texts(await world.Storage.Rows(table)), Texts(await new Account(target).Rows(table)));
    }

    [Fact]
    public async Task What_storage_refuses_is_told_and_not_taken_for_done()
    {
        var exit = await Copy(world.Storage.ConnectionString.Replace("AccountKey=", "AccountKey=AAAA", StringComparison.Ordinal));

        Assert.Equal(1, exit);
        Assert.StartsWith("Storage answered 403", error.ToString(), StringComparison.Ordinal);
    }

    private async Task<int> Copy(string to) => await CommandLine.Run(["copy-tables", await world.Storage.ForOthers(), to], output, error);

    private static IEnumerable<string> Texts(IEnumerable<TableEntity> rows) => rows.Select(row => string.Join(
        '|',
        row.Where(column => column.Key is not ("Timestamp" or "odata.etag")).OrderBy(column => column.Key, StringComparer.Ordinal)
            .Select(column => $"{column.Key}:{column.Value.GetType().Name}={(column.Value is byte[] bytes ? Convert.ToHexString(bytes) : column.Value)}")));
}
