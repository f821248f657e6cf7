namespace WelWee3D.Tests.Storage;

/// <summary>What is personal is declared where it is written, so that nothing of it is forgotten.</summary>
public sealed class DeclaredDataTests(FilledStorage storage) : IClassFixture<FilledStorage>
{
    [Fact]
    public async Task Every_value_in_storage_is_declared()
    {
        var undeclared = (await Stored()).Where(value => value.Class is null);

        Assert.Empty(undeclared.Select(value => value.Place).Distinct());
    }

    [Fact]
    public async Task What_is_personal_stands_only_where_that_is_declared()
    {
        var misplaced = (await Stored()).Where(value => value.Class != DataClasses.Personal && TellsOfHer(value.Text));

        Assert.Empty(misplaced);
    }

    [Fact]
    public async Task The_ledger_holds_nothing_personal_but_what_is_yet_to_be_wiped_from_a_disk()
    {
        var personal = new HashSet<string>();
        foreach (var table in Tables(Accounts.Ledger))
            personal.UnionWith((await Stored(table)).Where(value => value.Class == DataClasses.Personal).Select(value => value.Place));

        Assert.Equal(["DestructionTasks.Task.copies.fileName", "DestructionTasks.Task.copies.scannedOn"], personal.Order());
    }

    [Fact]
    public async Task Blobs_are_named_by_ids_but_for_what_strangers_put_there()
    {
        foreach (var container in storage.Inventory.Containers)
            Assert.DoesNotContain(await storage.BlobsIn(container), blob => blob.Name != FilledStorage.Stray && TellsOfHer(blob.Name));
    }

    [Fact]
    public async Task Every_table_and_container_was_written_to()
    {
        foreach (var table in storage.Inventory.Tables)
            Assert.True((await storage.Rows(table)).Count > 0, table.Name);
        foreach (var container in storage.Inventory.Containers)
            Assert.True((await storage.BlobsIn(container)).Count > 0, container.Name);
    }

    [Fact]
    public async Task Every_place_that_was_declared_personal_was_written_to()
    {
        var written = (await Stored()).Select(value => value.Place).ToHashSet();

        Assert.Empty(Tables(Accounts.Records).SelectMany(Declarations.PersonalPlaces).Except(written));
    }

    [Fact]
    public void Every_container_but_that_of_the_checkpoints_tells_what_its_blobs_hold_of_people() => Assert.Equal(
        [Checkpoints.ContainerName], storage.Inventory.Containers.Where(container => container.Content.Count == 0).Select(container => container.Name));

    [Fact]
    public void What_goes_to_the_mail_service_is_declared() => Assert.Empty(Declarations.Undeclared(typeof(RenderedLetter)));

    [Fact]
    public void What_is_in_the_messages_of_a_queue_is_declared() => Assert.All(storage.Inventory.Queues, queue => Assert.Empty(Declarations.Undeclared(queue.Holds)));

    [Fact]
    public async Task Every_queue_in_the_accounts_is_registered() => Assert.Equal(
        storage.Inventory.Queues.Select(queue => queue.Name), await storage.Queues.GetQueuesAsync().Select(queue => queue.Name).ToListAsync());

    [Fact]
    public async Task Every_table_and_container_in_the_accounts_is_registered() => Assert.Empty(await Unregistered());

    [Fact]
    public async Task A_table_and_a_container_that_nobody_registered_are_found()
    {
        var (table, container) = (storage.Tables.GetTableClient("Visitors"), storage.Blobs.GetBlobContainerClient("photos"));
        await table.CreateAsync();
        await container.CreateAsync();
        try
        {
            Assert.Equal(["Visitors", "photos"], await Unregistered());
        }
        finally
        {
            await table.DeleteAsync();
            await container.DeleteAsync();
        }
    }

    [Theory]
    [InlineData("ContactMessages", "Nickname", "Mien", "ContactMessages.Nickname")]
    [InlineData("OrderList", "Name", "Mien", "OrderList.Name")]
    [InlineData("Orders", "Address", """{"line1":"Merelstraat 9","doorbell":"Mien"}""", "Orders.Address.doorbell")]
    [InlineData("Orders", "Copies", """[{"disk":"A","takenHomeBy":"Mien"}]""", "Orders.Copies.takenHomeBy")]
    [InlineData("Certificates", "Text", """{"items":[{"files":[{"fileName":"Mien.stl"}]}]}""", "Certificates.Text.items.files.fileName")]
    public void A_column_or_part_of_one_that_nobody_declared_is_found(string table, string column, string value, string place)
    {
        var registered = storage.Inventory.Tables.Single(each => each.Name == table);

        var values = Declarations.In(registered, new TableEntity("partition", "row") { [column] = value });

        Assert.Equal([place], values.Where(each => each.Class is null).Select(each => each.Place));
    }

    [Theory]
    [InlineData(ScanBlobs.ContainerName, "filename")]
    [InlineData(PackageBlobs.ContainerName, "email")]
    public void Metadata_that_nobody_declared_is_found(string container, string name)
    {
        var registered = storage.Inventory.Containers.Single(each => each.Name == container);

        Assert.Null(Assert.Single(Declarations.In(registered, [new(name, "Mien")])).Class);
    }

    private IEnumerable<StoredTable> Tables(string account) => storage.Inventory.Tables.Where(table => table.Account == account);

    private async Task<List<StoredValue>> Stored()
    {
        var values = new List<StoredValue>();
        foreach (var table in storage.Inventory.Tables)
            values.AddRange(await Stored(table));
        foreach (var container in storage.Inventory.Containers)
            foreach (var blob in await storage.BlobsIn(container))
                values.AddRange(Declarations.In(container, blob.Metadata));
        return values;
    }

    private async Task<IEnumerable<StoredValue>> Stored(StoredTable table) =>
        (await storage.Rows(table)).SelectMany(row => Declarations.In(table, row));

    private async Task<IEnumerable<string>> Unregistered()
    {
        var tables = await storage.Tables.QueryAsync().Select(table => table.Name).ToListAsync();
        var containers = await storage.Blobs.GetBlobContainersAsync().Select(container => container.Name).ToListAsync();
        return
        [
            .. tables.Except(storage.Inventory.Tables.Select(table => table.Name)),
            .. containers.Except(storage.Inventory.Containers.Select(container => container.Name)),
        ];
    }

    private static bool TellsOfHer(string text) =>
        FilledStorage.Personal.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
