using Microsoft.Playwright;

namespace WelWee3D.Tests.Browser;

/// <summary>What staff look up: the visits of the website, and what must be looked at each year.</summary>
[Collection(PracticeStories.Name)]
public sealed class ReadingStoriesTests(Practice practice)
{
    [Fact]
    public async Task The_chart_of_visits_and_the_table_say_the_same_by_month_and_by_day_of_all_pages_and_of_one()
    {
        await using var screen = await practice.Open("staff");
        await screen.Go("/staff/visits");
        Assert.Equal(13, await Bars().CountAsync());
        var all = await Rows().CountAsync();

        await screen.Page.GetByLabel("/tarieven").CheckAsync();
        Assert.InRange(await Rows().CountAsync(), 1, all - 1);
        Assert.All(await screen.Page.Locator("tbody td:nth-child(2)").AllInnerTextsAsync(), page => Assert.Equal("/tarieven", page));

        await screen.Page.GetByLabel("dag, de afgelopen dertig dagen").CheckAsync();
        Assert.Equal(30, await Bars().CountAsync());
        Assert.Equal(1, await Rows().CountAsync());
        await screen.Page.GetByLabel("hoe lang").CheckAsync();
        var told = await screen.Page.Locator(".chart b").InnerTextAsync();
        Assert.Equal(told, await screen.Page.Locator("tbody td:nth-child(4)").InnerTextAsync());
        await screen.Picture("story-visits");
        Assert.Empty(screen.Problems);

        ILocator Bars() => screen.Page.Locator(".chart .bar");
        ILocator Rows() => screen.Page.Locator("tbody tr");
    }

    [Fact]
    public async Task What_must_be_looked_at_again_is_a_task_once_its_day_is_near()
    {
        await using var screen = await practice.Open("staff");
        var (written, today) = (Holidays.CheckedOn.AddYears(1).Iso(), Amsterdam.DateOf(World.Instant));
        var again = today.AddDays(100);
        await screen.Page.RouteAsync("**/api/console", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace(written, again.Iso(), StringComparison.Ordinal) });
        });
        await screen.Go("/staff");
        Assert.Equal(0, await screen.Page.GetByText("Kijk weer naar").CountAsync());

        again = today.AddDays(10);
        await screen.Go("/staff");
        await screen.Sees("Kijk weer naar: Feestdagen");
        await screen.Follow("Documenten");
        await screen.Sees("Kijk hier elk jaar naar");
        await screen.Page.GetByText("bijna").First.WaitForAsync();
        Assert.Empty(screen.Problems);
    }
}
