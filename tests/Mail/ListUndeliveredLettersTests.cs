namespace WelWee3D.Tests.Mail;

public sealed class ListUndeliveredLettersTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    [Fact]
    public async Task A_letter_that_was_given_up_is_listed_by_what_it_is_about_until_it_is_forgotten()
    {
        var letters = http.World.Get<Letters>();
        await letters.Add(new("receipt", "01a2"), default);
        await letters.GiveUp(await letters.Ready(default).SingleAsync(), default);

        Assert.Contains("\"kind\":\"receipt\",\"reference\":\"01a2\"", await http.Staff.GetStringAsync("api/undelivered-letters"), StringComparison.Ordinal);
        await letters.Forget((await letters.GivenUp(default).SingleAsync()).Letter, default);
        Assert.Contains("\"items\":[]", await http.Staff.GetStringAsync("api/undelivered-letters"), StringComparison.Ordinal);
    }
}
