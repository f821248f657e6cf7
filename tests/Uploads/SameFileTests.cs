using Azure.Core;
using WelWee3D.Tests.Formats;

namespace WelWee3D.Tests.Uploads;

/// <summary>A file that is kept already: sent twice by mistake, or filed under the wrong client.</summary>
public sealed class SameFileTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private static readonly byte[] Box = StlFiles.BinaryBox(310, 210, 410);

    private readonly World world = http.World;
    private readonly TusClient client = new(http);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_same_order_does_not_get_it_twice_however_many_requests_it_comes_in(int requests)
    {
        var order = await client.OpenOrder();
        await Sent(order, Box);

        using var answer = await Send(order, Box, requests);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var errors = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("errors");
        Assert.True(errors.TryGetProperty("again", out _));
        var scan = await client.OnlyScan(order);
        Assert.Equal([$"{order}/{scan.BlobName}"], await world.Storage.BlobNames($"{order}/"));
    }

    [Fact]
    public async Task But_twice_it_is_when_that_is_meant()
    {
        var order = await client.OpenOrder();
        await Sent(order, Box);

        using var answer = await Send(order, Box, requests: 1, again: "true");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(2, (await world.Get<OrderStore>().Find(order, default))!.Scans.Count);
    }

    [Fact]
    public async Task Another_file_of_the_same_length_is_another_scan()
    {
        var order = await client.OpenOrder();
        await Sent(order, Box);

        using var answer = await Send(order, StlFiles.BinaryBox(311, 210, 410), requests: 1);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("TRUE")]
    public async Task Again_is_true_or_false(string again)
    {
        using var answer = await Created(await client.OpenOrder(), Box.Length, again);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task At_another_order_it_has_a_warning_and_a_line_in_one_mornings_letter()
    {
        await using var own = await World.Start();
        var first = await own.Given.OrderWithScan(own.Given.NewAddress(), read: false);
        var second = await own.Given.OrderWithScan(own.Given.NewAddress(), read: false);
        await Record(own, first);
        await Record(own, second);

        Assert.Empty(await WarningsOf(own, first));
        Assert.Equal([ScanRecorder.SameFileElsewhere], await WarningsOf(own, second));
        var letter = await Morning(own, own.Today.AddDays(1));
        Assert.Contains($"Bestelling: {Reference.Of(second.Id)}\nOok bij bestelling: {Reference.Of(first.Id)}\n", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("meer dan één bestelling", await Morning(own, own.Today.AddDays(1)) ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_may_only_be_stored_is_left_out_of_that_letter_and_told_once_it_may_be_used()
    {
        await using var own = await World.Start();
        var orders = new List<Order>();
        for (var each = 0; each < 3; each++)
            orders.Add(await own.Given.OrderWithScan(own.Given.NewAddress(), read: false));
        await own.Given.Change(orders[0], order => order with { RestrictedOn = own.Today });
        await own.Given.Change(orders[2], order => order with { RestrictedOn = own.Today });
        foreach (var order in orders)
            await Record(own, order);

        var letter = await Morning(own, own.Today.AddDays(1));

        Assert.Contains($"/staff/scans/{orders[1].Scans[0].Id}\n", letter, StringComparison.Ordinal);
        Assert.DoesNotContain($"{orders[0].Id}", letter, StringComparison.Ordinal);
        Assert.DoesNotContain($"{orders[2].Id}", letter, StringComparison.Ordinal);
        await own.Given.Change(orders[2], order => order with { RestrictedOn = null });
        var next = await Morning(own, own.Today.AddDays(1));
        Assert.Contains($"Bestelling: {Reference.Of(orders[2].Id)}\nOok bij bestelling: {Reference.Of(orders[1].Id)}\n", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_files_are_compared_the_upload_stays_with_who_sent_it()
    {
        var order = await client.OpenOrder();
        await Sent(order, Box);
        var left = new List<TimeSpan>();
        world.Calls.Before = async call =>
        {
            if (call.Uri.Query.Contains("comp=blocklist", StringComparison.Ordinal) && call.Method == RequestMethod.Put)
                world.Wait(UploadTurn.Length - TimeSpan.FromSeconds(5));
            if (!IsFile(call))
                return;
            world.Wait(TimeSpan.FromSeconds(10));
            // Once it is found to be the same it is only destroyed.
            if (await LockedUntil(order) is { } until)
                left.Add(until - world.Now);
        };

        using var answer = await Send(order, Box, requests: 1);
        world.Calls.LetBe();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.NotEmpty(left);
        Assert.All(left, each => Assert.True(each > TimeSpan.Zero, $"The turn ended {-each} ago."));

        bool IsFile(Request call) => call.Method == RequestMethod.Get && call.Uri.Path.Contains($"{order}/", StringComparison.Ordinal) && !call.Uri.Query.Contains("comp=", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_known_of_it_goes_with_the_scan()
    {
        await using var own = await World.Start();
        foreach (var _ in (int[])[1, 2])
            await Record(own, await own.Given.OrderWithScan(own.Given.NewAddress(), agreed: order => order with { OpenedOn = own.Today.AddYears(-6), ShippedOn = own.Today.AddYears(-6) }, read: false));
        Assert.NotEmpty(await own.Storage.Rows(ScanFiles.TableName));

        await own.Get<Sweep>().Run(Decider.Sweep, default);
        await Morning(own, own.Today.AddDays(1));

        Assert.Empty(await own.Storage.Rows(ScanFiles.TableName));
    }

    [Fact]
    public async Task Nothing_is_known_of_a_file_that_went_while_it_was_read()
    {
        await using var own = await World.Start();
        var kept = await own.Given.OrderWithScan();
        var gone = await own.Given.OrderWithScan(own.Given.NewAddress(), read: false);
        await using var reading = own.Beside(calls => calls.After = async call =>
        {
            if (call.Method != RequestMethod.Get && call.Uri.Path.Contains($"{ScanFiles.TableName}(", StringComparison.Ordinal))
                await own.Given.Change(gone, order => order.Without(gone.Scans[0].Id));
        });

        await Record(reading, gone);

        Assert.Equal([$"{kept.Scans[0].Id}"], (await own.Storage.Rows(ScanFiles.TableName)).Select(row => row.RowKey));
    }

    [Fact]
    public async Task A_lost_row_is_given_back_and_a_leftover_taken_away()
    {
        await using var own = await World.Start();
        var order = await own.Given.OrderWithScan();
        var row = Assert.Single(await own.Storage.Rows(ScanFiles.TableName));
        await own.Storage.Clear(ScanFiles.TableName);
        await own.Get<ScanFiles>().Add("00ff", own.NewId(), order.Id, default);
        own.MoveTo(own.Today.AddDays(3));

        await own.Get<Reconciliation>().Run(default);

        Assert.Equal((row.PartitionKey, row.RowKey), Assert.Single((await own.Storage.Rows(ScanFiles.TableName)).Select(each => (each.PartitionKey, each.RowKey))));
    }

    private async Task<DateTimeOffset?> LockedUntil(Id order) =>
        (await world.Storage.Rows(UploadStore.TableName)).Single(row => row.GetString(nameof(Upload.OrderId)) == $"{order}" && row.GetBoolean(nameof(Upload.IsComplete)) is not true)
            .GetDateTimeOffset(nameof(Upload.LockedUntil));

    private async Task Sent(Id order, byte[] file)
    {
        using var answer = await Send(order, file, requests: 1);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    /// <returns>The answer to the last request.</returns>
    private async Task<HttpResponseMessage> Send(Id order, byte[] file, int requests, string? again = null)
    {
        using var created = await Created(order, file.Length, again);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var path = created.Headers.Location!.ToString();
        var each = file.Length / requests;
        for (var sent = 1; sent < requests; sent++)
            (await client.Append(path, (sent - 1) * each, file[((sent - 1) * each)..(sent * each)])).Dispose();
        return await client.Append(path, (requests - 1) * each, file[((requests - 1) * each)..]);
    }

    private Task<HttpResponseMessage> Created(Id order, int length, string? again) => client.Send(
        HttpMethod.Post, "api/uploads", null,
        ("Upload-Length", TusClient.Number(length)),
        ("Upload-Metadata", TusClient.Metadata(order) + (again is null ? "" : $",again {TusClient.Base64(again)}")));

    private static Task Record(World world, Order order) => world.Function<RecordScan>().Run(
        world.Storage.Scans.GetBlobClient($"{order.Id}/{order.Scans[0].BlobName}"), default);

    private static async Task<IReadOnlyList<string>> WarningsOf(World world, Order order) =>
        (await world.Get<OrderStore>().Find(order.Id, default))!.Scans[0].Facts!.Warnings;

    private static async Task<string?> Morning(World world, DateOnly day)
    {
        await world.Storage.Clear(Letters.TableName);
        world.MoveTo(day);
        await world.Function<RemindDeadlines>().Run(new TimerInfo(), default);
        return await world.Letter(ReminderLetter.Name);
    }
}
