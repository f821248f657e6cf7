namespace WelWee3D.Tests.Retention.NotUnderstood;

/// <summary>What a reconciliation does not understand it leaves and tells, and all else is looked at.</summary>
public sealed class LeftByReconciliationTests : OwnWorld
{
    private const string Unknown = "something-else";
    private const string SomeId = "019aab5e3c7b70008000000000000000";

    [Theory]
    [InlineData(DueIndex.TableName, "2026-11-01", $"{Unknown}|{SomeId}|0", $"{Unknown}|{SomeId}")]
    [InlineData(DueIndex.TableName, "2031-11-01", "message|nobody|0", "2031-11-01|message|nobody|0")]
    [InlineData(SubjectIndex.TableName, "00", $"00ff|{Unknown}|{SomeId}", $"{Unknown}|{SomeId}")]
    [InlineData(SubjectIndex.TableName, "00", "00ff|message|nobody", "Subjects|00ff|message|nobody")]
    [InlineData(OrderList.TableName, "fe65", "nobody", "OrderList|fe65|nobody")]
    [InlineData(ScanIndex.TableName, "nobody", "scan", "Scans|nobody|scan")]
    [InlineData(StalledOrders.TableName, "once", SomeId, $"Reminders|{SomeId}")]
    [InlineData(DestructionTasks.TableName, "open", "scan-1", "DestructionTasks|open|scan-1")]
    public async Task An_index_row(string table, string partition, string key, string told)
    {
        await LoseADueRow();
        await world.Storage.Table(table).AddEntityAsync(new TableEntity(partition, key));

        var run = await Reconcile();

        Assert.Equal([told], run.Unfinished.Select(each => each.What));
        Assert.Equal(new Dictionary<string, int> { ["due-row"] = 1 }, run.Repaired);
        Assert.Contains($"{told}: deze versie", await world.Letter(ReconciledLetter.Name), StringComparison.Ordinal);
        Assert.Contains(await world.Storage.Rows(table), row => (row.PartitionKey, row.RowKey) == (partition, key));
    }

    [Theory]
    [InlineData(Kinds.Message, ContactMessages.TableName, "Email")]
    [InlineData(Kinds.Order, OrderStore.TableName, "Name")]
    [InlineData(Kinds.Upload, UploadStore.TableName, "FileName")]
    [InlineData(Kinds.Blob, UnclaimedBlobs.TableName, "ArrivedOn")]
    public async Task A_record_its_index_rows_and_its_files(string kind, string table, string column)
    {
        var message = await world.Given.Message();
        var order = await world.Given.OrderWithScan();
        var upload = await world.Given.Upload(await world.Given.Order("eva@example.nl"));
        var blob = await world.Given.StrayBlob("found/here.stl");
        Item[] all = [message.Item, order.Due.Item, upload.Due.Item, blob.Due.Item];
        var item = all.Single(item => item.Kind == kind);
        await LoseADueRow();
        world.MoveTo(world.Today.AddDays(3));
        var (rows, files) = (await Rows(), await world.Storage.BlobNames());
        await Damaged.Row(world, table, kind == Kinds.Order ? $"{item.Id}|order" : $"{item.Id}", column, null);

        var run = await Reconcile();

        Assert.All(run.Unfinished, each => Assert.Equal(Unfinished.Unreadable, each.Why));
        Assert.Contains($"{item}", run.Unfinished.Select(each => each.What));
        Assert.Equal(new Dictionary<string, int> { ["due-row"] = 1 }, run.Repaired);
        Assert.Superset(rows, await Rows());
        Assert.Equal(files, await world.Storage.BlobNames());
    }

    [Fact]
    public async Task A_record_that_has_lost_its_index_rows_as_well()
    {
        var message = await world.Given.Message();
        await Damaged.Row(world, ContactMessages.TableName, $"{message.Id}", "Email", null);
        await world.Storage.Clear(DueIndex.TableName);
        await world.Storage.Clear(SubjectIndex.TableName);

        var run = await Reconcile();

        Assert.Equal([new Unfinished($"{message.Item}", Unfinished.Unreadable)], run.Unfinished);
    }

    private async Task LoseADueRow()
    {
        var message = await world.Given.Message("bea@example.nl");
        await world.Get<DueIndex>().Remove(message.Due, default);
    }

    private async Task<HashSet<string>> Rows()
    {
        var rows = new HashSet<string>();
        foreach (var table in StorageSetup.RecordTables)
            rows.UnionWith((await world.Storage.Rows(table)).Select(row => $"{table} {row.PartitionKey} {row.RowKey}"));
        return rows;
    }

    private Task<Run> Reconcile() => world.Get<Reconciliation>().Run(default);
}
