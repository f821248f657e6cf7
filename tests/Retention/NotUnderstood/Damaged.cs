using Azure;

namespace WelWee3D.Tests.Retention.NotUnderstood;

/// <summary>A row that the app cannot read for a while.</summary>
internal sealed class Damaged
{
    private readonly TableClient table;
    private readonly TableEntity row;

    private Damaged(TableClient table, TableEntity row) => (this.table, this.row) = (table, row);

    /// <param name="key">A part of the row's keys.</param>
    /// <param name="value">What is in the column instead; null for nothing.</param>
    public static async Task<Damaged> Row(World world, string table, string key, string column, object? value)
    {
        var row = (await world.Storage.Rows(table)).Single(row => $"{row.PartitionKey}|{row.RowKey}".Contains(key, StringComparison.Ordinal));
        Assert.NotNull(row[column]);
        var damaged = new TableEntity(row);
        damaged.Remove(column);
        if (value is not null)
            damaged[column] = value;
        var client = world.Storage.Table(table);
        await client.UpdateEntityAsync(damaged, ETag.All, TableUpdateMode.Replace);
        return new(client, row);
    }

    public async Task<bool> IsLeft() => (await table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey)).HasValue;

    public Task Repair() => table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
}

internal static class Mornings
{
    /// <summary>The letter of this morning, once it is nine; null when there is none.</summary>
    public static async Task<string?> MorningLetter(this World world)
    {
        world.MoveTo(world.Today);
        await world.Function<RemindDeadlines>().Run(new TimerInfo(), default);
        return await world.Letter(ReminderLetter.Name, world.Today.Iso());
    }
}
