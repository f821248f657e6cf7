namespace WelWee3D.Tests.Retention;

public sealed class LettersGivenUpTests() : OwnWorld(new() { At = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1)) })
{
    [Theory]
    [InlineData("2026-11-22", true)]
    [InlineData("2026-12-22", true)]
    [InlineData("2026-12-23", false)]
    public async Task A_letter_that_was_given_up_is_told_for_a_month_and_then_forgotten(string day, bool isTold)
    {
        var letters = world.Get<Letters>();
        await letters.Add(new("receipt", "01a2"), default);
        await letters.GiveUp(await letters.Ready(default).SingleAsync(), default);

        await world.Storage.Table(Letters.TableName).DeleteEntityAsync("waiting", "receipt|01a2|undelivered");
        world.MoveTo(DateOnly.Parse(day, null));
        await world.Function<RemindDeadlines>().Run(new TimerInfo(), default);

        Assert.Equal(isTold, (await world.Letter(ReminderLetter.Name))?.Contains("receipt, 22 november 2026: 01a2\n", StringComparison.Ordinal) is true);
        Assert.Equal(isTold, (await world.Storage.Rows(Letters.TableName)).Any(row => row.PartitionKey == "undeliverable"));
    }
}
