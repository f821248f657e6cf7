using WelWee3D.Tests.Formats;
using WelWee3D.Tests.Storage;

namespace WelWee3D.Tests.Exports;

/// <summary>Everything, for a practice that moves or ends.</summary>
public sealed class TakeOutTests(FilledStorage storage, HttpWorld http) : IClassFixture<FilledStorage>, IClassFixture<HttpWorld>
{
    [Fact]
    public async Task It_has_every_table_that_there_is_and_names_every_file_with_size_hash_and_count()
    {
        using var file = new MemoryStream();
        // Of a month that is over each count is told.
        await storage.World.Get<VisitCounts>().Count(storage.World.Today.AddMonths(-2), "/tarieven", 12, default);
        await storage.World.Get<PracticeWriter>().Write(file, "officer", _ => Task.CompletedTask, default);
        using var package = new OpenedPackage(file);

        Assert.Equal(
            package.Entries.Select(entry => entry.FullName).Where(path => path != "datapackage.json").Order(),
            package.Resources.Select(resource => Text(resource, "path")).Order());
        Assert.All(package.Resources, resource =>
        {
            var bytes = package.Bytes(Text(resource, "path"));
            Assert.Equal(bytes.Length, resource.GetProperty("bytes").GetInt64());
            Assert.Equal($"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}", Text(resource, "hash"));
        });
        var tables = package.Resources.Where(resource => resource.TryGetProperty("schema", out _)).ToList();
        Assert.All(tables, table => Assert.Equal(package.Json(Text(table, "path")).GetArrayLength(), table.GetProperty("rowCount").GetInt32()));
        Assert.Equal(
            storage.World.Get<RecordKinds>().InOrder.SelectMany(kind => kind.Tables).Concat(PracticeWriter.Tables).Select(table => table.Name).Order(),
            tables.Select(table => Text(table, "name")[..^"-0001".Length]).Distinct().Order());
        Assert.All(FilledStorage.Personal, word => Assert.Contains(word, package.Told().Replace(@"\u002B", "+", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        var certificate = package.Json("certificate.json");
        Assert.Equal(("officer", 0), (Text(certificate, "takenBy"), certificate.GetProperty("left").GetArrayLength()));
        Assert.Equal(Text(certificate, "sums"), Convert.ToHexStringLower(SHA256.HashData(package.Bytes("SHA256SUMS"))));
        var sums = package.Text("SHA256SUMS").TrimEnd('\n').Split('\n').Select(line => line.Split("  ", 2)).ToList();
        Assert.Equal((sums.Count, certificate.GetProperty("bytes").GetInt64()), (certificate.GetProperty("files").GetInt32(), sums.Sum(sum => package.Bytes(sum[1]).LongLength)));
        Assert.All(sums, sum => Assert.Equal(sum[0], Convert.ToHexStringLower(SHA256.HashData(package.Bytes(sum[1])))));
        Assert.Equal(
            tables.GroupBy(table => Text(table, "name")[..^"-0001".Length]).ToDictionary(parts => parts.Key, parts => parts.Sum(part => part.GetProperty("rowCount").GetInt32())),
            certificate.GetProperty("rows").EnumerateObject().ToDictionary(table => table.Name, table => table.Value.GetInt32()));
    }

    [Fact]
    public void The_page_about_packages_tells_of_all_that_is_stored_where_it_is_told_or_why_it_is_not()
    {
        var page = File.ReadAllText(Path.Combine(Source.Root, "docs", "package.md")).ReplaceLineEndings("\n");
        var told = page.Split("\n## What of storage is in which\n")[1].Split("\n## ")[0].Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | ").Select(cell => cell.Trim()).ToList()).ToList();
        var inventory = storage.World.Get<DataInventory>();

        Assert.Equal(
            inventory.Tables.Select(table => table.Name).Concat(inventory.Containers.Select(container => container.Name)).Concat(inventory.Queues.Select(queue => queue.Name)).Order(),
            told.Select(row => row[0].Trim('`')).Order());
        Assert.All(told, row => Assert.True(row[1..3].All(cell => cell.Length > 1) || row[3].Length > 1, $"{row[0]} is left out, and nothing says why."));
        Assert.Equal(
            storage.World.Get<RecordKinds>().InOrder.SelectMany(kind => kind.Tables).Concat(PracticeWriter.Tables).Select(table => table.Name).Order(),
            told.SelectMany(row => TablesIn(row[1])).Order());
        Assert.Equal(storage.PackageTables.Select(table => table.Name).Order(), told.SelectMany(row => TablesIn(row[2])).Order());
    }

    [Fact]
    public async Task Whoever_takes_it_says_why_and_gets_every_file_as_it_is()
    {
        var (first, second) = (StlFiles.BinaryBox(300, 300, 400), StlFiles.BinaryBox(310, 300, 400));
        await http.World.Given.OrderWithScan("een@uit.example", file: first);
        await http.World.Given.OrderWithScan("twee@uit.example", file: second);

        using var unasked = await http.Officer.GetAsync("api/takeout");
        using var package = await Taken();

        Assert.Equal(HttpStatusCode.PreconditionRequired, unasked.StatusCode);
        var files = package.Entries.Where(entry => entry.FullName.StartsWith("scans/", StringComparison.Ordinal)).Select(entry => Convert.ToHexString(package.Bytes(entry.FullName)));
        Assert.Equal(new[] { first, second }.Select(Convert.ToHexString).Order(), files.Order());
        var audit = await http.Officer.GetFromJsonAsync<JsonElement>("api/audit");
        Assert.Contains(audit.GetProperty("items").EnumerateArray(), happened => Text(happened, "action") == "GET takeout" && Text(happened, "reason") == "De praktijk verhuist");
    }

    [Fact]
    public async Task A_long_table_comes_in_parts()
    {
        const int More = PracticeWriter.RecordsAtOnce + 1;
        var lines = Enumerable.Range(1, More).Select(number => $"{http.World.Today.Iso()},phone,Veel,v{number}@uit.example,Hallo\n");
        using var file = new StringContent($"receivedOn,channel,name,email,message\n{string.Concat(lines)}", Encoding.UTF8, "text/csv");
        using var answer = await http.Staff.PostAsync("api/imports?kind=contacts", file);
        answer.EnsureSuccessStatusCode();

        using var package = await Taken();

        var parts = package.Resources.Where(resource => Text(resource, "name").StartsWith("messages-", StringComparison.Ordinal)).ToList();
        Assert.True(parts.Count > 1);
        Assert.Equal(More, parts.Sum(part => part.GetProperty("rowCount").GetInt32()));
        Assert.Equal(More, parts.SelectMany(part => package.Json(Text(part, "path")).EnumerateArray()).Select(row => Text(row, "email")).Distinct().Count());
    }

    private async Task<OpenedPackage> Taken()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/takeout");
        request.Headers.Add(StatedReason.Header, Uri.EscapeDataString("De praktijk verhuist"));
        using var answer = await http.Officer.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return new(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
    }

    /// <summary>The tables that a cell names; what ends in a slash is a folder.</summary>
    private static IEnumerable<string> TablesIn(string cell) => cell.Split(", ").Select(each => each.Trim('`')).Where(each => each.Length > 1 && !each.EndsWith('/'));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
