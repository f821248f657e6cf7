using WelWee3D.Tests.Retention.NotUnderstood;

namespace WelWee3D.Tests.PrivacyRequests;

public sealed class RequestDeadlinesTests : RequestsWorld
{
    // Taken on 23 November, to be answered by 23 December.
    [Theory]
    [InlineData(15, null)]
    [InlineData(16, "nog 7 dagen")]
    [InlineData(17, null)]
    [InlineData(20, "nog 3 dagen")]
    [InlineData(21, null)]
    [InlineData(22, "nog 1 dag")]
    [InlineData(23, null)]
    [InlineData(24, "1 dag te laat")]
    [InlineData(30, "7 dagen te laat")]
    public async Task An_open_one_is_told_seven_three_and_one_days_before_and_each_day_that_it_is_late(int day, string? told)
    {
        var id = await Taken();
        world.MoveTo(new DateOnly(2026, 12, day));

        var letter = await world.MorningLetter();

        Assert.Equal(told is not null, letter?.Contains($"Verzoek: {Reference.Of(id)}\nUiterlijk: 23 december 2026\nTijd: {told}\n", StringComparison.Ordinal) is true);
        Assert.DoesNotContain("Anna", letter ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_time_stands_still_it_is_not_late()
    {
        var id = await Taken();
        await Identity(id, new { method = "facts" });

        world.MoveTo(new DateOnly(2026, 12, 22));
        Assert.Contains("Tijd: nog 1 dag\nStilgezet sinds: 23 november 2026\n", await world.MorningLetter(), StringComparison.Ordinal);
        await world.Storage.Clear(Letters.TableName);
        world.MoveTo(new DateOnly(2026, 12, 28));
        Assert.DoesNotContain($"{Reference.Of(id)}", await world.MorningLetter() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_closed_or_was_never_confirmed_is_not_told()
    {
        await Ask(Form());
        await Close(await Taken(), new { outcome = "withdrawn" });
        world.MoveTo(new DateOnly(2026, 12, 24));

        Assert.DoesNotContain("privacyverzoeken", await world.MorningLetter() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_cannot_be_read_hides_no_other_in_the_letter_nor_in_the_list()
    {
        var (damaged, other) = (await Taken(receivedOn: new(2026, 11, 22)), await Taken());
        await Damaged.Row(world, RequestRegister.TableName, $"{damaged}", "Name", null);
        world.MoveTo(new DateOnly(2026, 12, 24));

        var letter = await world.MorningLetter();

        Assert.Contains($"Verzoek: {Reference.Of(other)}\n", letter, StringComparison.Ordinal);
        Assert.Contains($"{damaged}", letter, StringComparison.Ordinal);
        Assert.Equal([$"{other}"], await Listed());
    }
}
