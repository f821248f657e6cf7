using WelWee3D.Tests.Http;

namespace WelWee3D.Tests.Retention;

/// <summary>The chain is verified each night, and what is wrong with it is told wherever people look.</summary>
public sealed class VerifyChainTests() : OwnWorld(new() { At = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1)) })
{
    private static readonly CancellationToken None = CancellationToken.None;

    private Measured Measured => field ??= new(world);

    [Fact]
    public async Task A_chain_that_holds_is_told_to_staff_and_in_no_letter()
    {
        _ = Measured;
        await Certify();

        await Night();
        await Morning();

        var chain = await Chain();
        Assert.True(chain.GetProperty("whole").GetBoolean());
        Assert.False(chain.GetProperty("overdue").GetBoolean());
        Assert.Equal(["1 whole=true"], Measured.Of("welwee.chain.verified"));
        Assert.Null(await world.Letter(ReminderLetter.Name));
    }

    [Theory]
    // The text alone says which number it is.
    [InlineData("Number", "two", true)]
    [InlineData("Number", 2L, true)]
    [InlineData("Text", 2, false)]
    [InlineData("Hash", true, false)]
    public async Task A_column_of_another_type_does_not_stop_the_verification(string column, object value, bool whole)
    {
        await Certify();
        await Certify();
        var row = await Row(2);
        row[column] = value;
        await world.Storage.Table(Certificates.TableName).UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);

        await Night();

        Assert.Equal(whole, (await Chain()).GetProperty("whole").GetBoolean());
    }

    [Fact]
    public async Task One_that_was_tampered_with_is_told_in_the_letter_to_staff_and_by_the_measure()
    {
        _ = Measured;
        await Certify();
        await Certify();
        var row = await Row(2);
        await Change(row, "Text", row.GetString("Text").Replace("\"staff\"", "\"nobody\"", StringComparison.Ordinal));

        await Night();
        await Morning();

        var broken = (await Chain()).GetProperty("broken");
        Assert.Equal(2, broken.GetProperty("number").GetInt32());
        Assert.Contains("hash", broken.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(["1 whole=false"], Measured.Of("welwee.chain.verified"));
        Assert.Contains("Eerste verklaring die niet te geloven is: 2\n", await world.Letter(ReminderLetter.Name), StringComparison.Ordinal);

        await Change(row, "Text", row.GetString("Text"));
        await Night();
        Assert.Equal(JsonValueKind.Null, Broken(await Chain()));
    }

    [Fact]
    public async Task One_that_was_cut_off_is_told_by_the_checkpoint_that_shows_it()
    {
        await Certify();
        await Certify();
        await world.Get<Checkpoints>().Write(world.Today.AddDays(1), None);
        await world.Storage.Table(Certificates.TableName).DeleteEntityAsync(await Row(2));

        await Night();
        await Morning();

        Assert.Contains("Dat blijkt uit het ijkpunt van: 22 november 2026\n", await world.Letter(ReminderLetter.Name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_held_against_a_checkpoint_is_not_known_to_hold()
    {
        await Certify();
        await world.Storage.Container(Checkpoints.ContainerName).GetBlobClient("2026-11-21.json").UploadAsync(BinaryData.FromString("{"));

        await Night();

        Assert.False((await Chain()).GetProperty("whole").GetBoolean());
    }

    [Fact]
    public async Task A_night_without_a_verification_is_told()
    {
        await Night();
        world.Wait(TimeSpan.FromHours(27));

        await Morning();

        Assert.True((await Chain()).GetProperty("overdue").GetBoolean());
        Assert.Contains("al meer dan een dag niet nagerekend", await world.Letter(ReminderLetter.Name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_that_is_away_is_no_broken_chain()
    {
        await Certify();
        await Night();
        world.Calls.Before = request => request.Uri.Path.Contains(Certificates.TableName, StringComparison.Ordinal)
            ? throw new Azure.RequestFailedException(503, "Down") : Task.CompletedTask;
        _ = Measured;

        await Assert.ThrowsAnyAsync<Exception>(Night);
        world.Calls.LetBe();

        Assert.True((await Chain()).GetProperty("whole").GetBoolean());
        Assert.Empty(Measured.Of("welwee.chain.verified"));
    }

    private async Task Certify()
    {
        var message = await world.Given.Message(world.Given.NewAddress());
        await world.Get<Erasure>().Erase(world.Get<ContactMessages>().SubjectsOf(message), "officer", None);
    }

    private Task Night() => world.Function<VerifyChain>().Run(new TimerInfo(), None);

    private Task Morning() => world.Function<RemindDeadlines>().Run(new TimerInfo(), None);

    private async Task<TableEntity> Row(int number) =>
        (await world.Storage.Rows(Certificates.TableName)).Single(row => row.GetInt32("Number") == number);

    private Task Change(TableEntity row, string column, string value) => world.Storage.Table(Certificates.TableName).UpdateEntityAsync(
        new TableEntity(row.PartitionKey, row.RowKey) { [column] = value }, Azure.ETag.All, TableUpdateMode.Merge);

    private static JsonValueKind Broken(JsonElement chain) => chain.TryGetProperty("broken", out var broken) ? broken.ValueKind : JsonValueKind.Null;

    private async Task<JsonElement> Chain() =>
        (await Answer.Of<Health>(world, (health, request) => health.Run(request, None))).Json.GetProperty("chain");
}
