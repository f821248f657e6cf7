namespace WelWee3D.Tests.Scans;

/// <summary>What staff are told of a file that no order knows, and how they look at it.</summary>
public sealed class UnclaimedFilesTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    [Fact]
    public async Task The_letter_says_its_day_and_where_to_look_and_nothing_that_is_in_it()
    {
        var blob = await http.World.Given.StrayBlob("found/buik van anna.stl");

        var letter = (await http.World.GetAll<ILetterRenderer>().Single(each => each.Kind == BlobUnclaimedLetter.Name).Render($"{blob.Id}", default))!.Body.Text;

        Assert.DoesNotContain(Hash(Make.File), letter, StringComparison.Ordinal);
        Assert.Contains($"Binnengekomen op: {PlainWords.Dutch.Date(http.World.Today)}\n", letter, StringComparison.Ordinal);
        Assert.Contains($"/staff/unclaimed/{blob.Id}", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("anna", letter, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Staff_look_at_it_there_and_the_privacy_officer_for_a_reason()
    {
        var blob = await http.World.Given.StrayBlob("found/onderzoek.stl", [1, 2, 3]);
        var path = $"api/scans/unclaimed/{blob.Id}/content";

        using var looked = await http.Staff.GetAsync(path);
        using var without = await http.Officer.GetAsync(path);
        using var never = await http.Staff.GetAsync($"api/scans/unclaimed/{http.World.NewId()}/content");

        Assert.Equal([1, 2, 3], await looked.Content.ReadAsByteArrayAsync());
        Assert.Equal($"{blob.Id}", looked.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal((HttpStatusCode.PreconditionRequired, HttpStatusCode.NotFound), (without.StatusCode, never.StatusCode));
    }

    [Fact]
    public async Task Another_that_came_under_its_name_since_is_not_shown_for_it_and_stays_until_its_own_day()
    {
        await using var world = await World.Start();
        var former = await world.Given.StrayBlob("found/scan.stl", [1, 2, 3]);
        await world.Storage.Scans.DeleteBlobAsync(former.BlobName);
        // Storage tells to the second when a file was made.
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        world.MoveTo(world.Today.AddMonths(1));
        await world.Function<RecordScan>().Run(await world.Given.File(former.BlobName, [4, 5]), default);
        Assert.Equal(2, (await world.Storage.Rows(UnclaimedBlobs.TableName)).Count);

        world.MoveTo(former.ArrivedOn.AddMonths(2));
        await world.Get<Sweep>().Run(Decider.Sweep, default);

        var left = Assert.Single(await world.Storage.Rows(UnclaimedBlobs.TableName));
        Assert.NotEqual($"{former.Id}", left.PartitionKey);
        Assert.Equal([former.BlobName], await world.Storage.BlobNames());
        Assert.Equal(404, (await world.Ask<DownloadUnclaimed>((function, request) => function.Run(request, $"{former.Id}", default), compose: request =>
        {
            request.Method = "GET";
            request.Headers[StatedReason.Header] = "Van wie is dit?";
        })).StatusCode);
    }

    private static string Hash(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
