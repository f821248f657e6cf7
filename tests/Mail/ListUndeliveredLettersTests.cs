using WelWee3D.Tests.Contact;

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

    [Fact]
    public async Task They_come_a_page_at_a_time_also_when_the_first_of_the_next_is_gone()
    {
        var letters = http.World.Get<Letters>();
        string[] references = ["01a1|1", "01a1|2", "01a2", "01a3"];
        foreach (var reference in references)
            await letters.Add(new("receipt", reference), default);
        foreach (var letter in await letters.Ready(default).Where(each => references.Contains(each.Letter.Reference)).ToListAsync())
            await letters.GiveUp(letter, default);

        var first = await Page("");
        await letters.Forget(new("receipt", "01a1|2"), default);
        var second = await Page(first.Continuation!);
        var third = await Page(second.Continuation!);

        Assert.Equal([references[0], references[2], references[3]], new[] { first, second, third }.Select(page => Assert.Single(page.References)));
        Assert.Null(third.Continuation);
        foreach (var reference in references)
            await letters.Forget(new("receipt", reference), default);
    }

    [Theory]
    [InlineData("continuation=x", "continuation")]
    [InlineData("continuation=%C3%A9%7Cquote", "continuation")]
    [InlineData("limit=0", "limit")]
    [InlineData("after=x", "after")]
    public async Task A_page_that_there_cannot_be_is_refused(string query, string field)
    {
        using var answer = await http.Staff.GetAsync($"api/undelivered-letters?{query}");

        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.StatusCode, Assert.Single(await answer.Faults())));
    }

    private async Task<(IReadOnlyList<string?> References, string? Continuation)> Page(string continuation)
    {
        var query = continuation.Length > 0 ? $"&continuation={Uri.EscapeDataString(continuation)}" : "";
        var page = await http.Staff.GetFromJsonAsync<JsonElement>($"api/undelivered-letters?limit=1{query}");
        return (
            [.. page.GetProperty("items").EnumerateArray().Select(each => each.GetProperty("reference").GetString())],
            page.TryGetProperty("continuation", out var next) ? next.GetString() : null);
    }
}
