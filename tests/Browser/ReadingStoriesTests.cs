using System.Text.Json.Nodes;
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
        var today = Amsterdam.DateOf(World.Instant);
        var again = today.AddDays(100);
        await screen.Page.RouteAsync("**/api/console", async route =>
        {
            var answer = await route.FetchAsync();
            var known = JsonNode.Parse(await answer.TextAsync())!;
            foreach (var review in known["reviews"]!.AsArray())
                review!["againOn"] = ((string?)review["name"] == "holidays" ? again : today.AddDays(200)).Iso();
            await route.FulfillAsync(new() { Response = answer, Body = known.ToJsonString() });
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

    [Fact]
    public async Task What_a_button_asks_for_in_vain_is_told_and_it_can_be_pressed_again()
    {
        await using var screen = await practice.Open("privacy");
        screen.Expected.UnionWith(["ERR_FAILED"]);
        await screen.Go("/staff/certificates");
        await screen.Page.RouteAsync("**/certificates/verify", route => route.AbortAsync());
        await screen.Press("Reken de hele keten na");
        await screen.Page.GetByRole(AriaRole.Alert).GetByText("De app is niet te bereiken.").WaitForAsync();

        await screen.Page.UnrouteAsync("**/certificates/verify");
        // A connection that breaks within the answer.
        await screen.Page.RouteAsync("**/certificates/verify", route => route.FulfillAsync(new() { ContentType = "application/json", Body = "{\"intact" }));
        await screen.Press("Reken de hele keten na");
        await screen.Page.GetByRole(AriaRole.Alert).GetByText("De app is niet te bereiken.").WaitForAsync();
        await screen.Page.UnrouteAsync("**/certificates/verify");

        await screen.Press("Reken de hele keten na");
        await screen.Sees("De keten klopt");
        Assert.Equal(0, await screen.Page.GetByRole(AriaRole.Alert).Locator(".note").CountAsync());
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task What_goes_wrong_in_the_page_itself_is_told_too_and_stands_in_the_console_of_the_browser()
    {
        await using var screen = await practice.Open("staff");
        await screen.Go("/staff/orders/new");
        await screen.Fill("Naam", "Jet Kuipers");
        await screen.Fill("E-mail", "jet.kuipers@voorbeeld.example");
        await screen.Page.RouteAsync("**/api/orders", route => route.FulfillAsync(new() { ContentType = "application/json", Body = "null" }));
        await screen.Press("Bestelling openen");
        await screen.Page.GetByRole(AriaRole.Alert).GetByText("Hier ging iets mis in de pagina zelf.").WaitForAsync();
        Assert.Equal("Jet Kuipers", await screen.Page.GetByLabel("Naam").InputValueAsync());
        Assert.Contains("a script failed", Assert.Single(screen.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_drawn_says_so_and_can_be_tried_again()
    {
        await using var screen = await practice.Open("staff");
        await screen.Page.RouteAsync("**/api/orders", route => route.FulfillAsync(new() { ContentType = "application/json", Body = """{"items":[{}]}""" }));
        await screen.Go("/staff/orders");
        await screen.Page.GetByRole(AriaRole.Alert).GetByText("Hier ging iets mis in de pagina zelf.").WaitForAsync();
        await screen.Picture("story-not-drawn");

        await screen.Page.UnrouteAsync("**/api/orders");
        await screen.Press("Probeer opnieuw");
        await screen.SeesRows();
        Assert.All(screen.Problems, problem => Assert.Contains("the console says: RangeError", problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_app_does_not_answer_as_the_console_begins_that_is_told_and_can_be_tried_again()
    {
        await using var screen = await practice.Open("staff");
        screen.Expected.UnionWith(["ERR_FAILED", "status of 503"]);
        await screen.Page.RouteAsync("**/api/console", route => route.AbortAsync());
        await screen.Go("/staff/orders");
        await screen.Page.GetByRole(AriaRole.Alert).GetByText("De app is niet te bereiken.").WaitForAsync();
        await screen.Picture("story-not-begun");
        await screen.Press("English");
        await screen.Sees("The app cannot be reached.");

        await screen.Page.UnrouteAsync("**/api/console");
        await screen.Page.RouteAsync("**/api/console", route => route.FulfillAsync(new() { Status = 503, ContentType = "application/problem+json", Body = "{}" }));
        await screen.Press("Try again");
        await screen.Sees("Storage does not answer just now.");

        await screen.Page.UnrouteAsync("**/api/console");
        await screen.Press("Try again");
        await screen.SeesRows();
        Assert.Empty(screen.Problems);
    }

    [Theory]
    [InlineData("/staff/documents/seven-questions", "The seven questions about erasure")]
    [InlineData("/staff/certificates/1", "Certificate of destruction")]
    public async Task A_document_is_fetched_again_in_the_language_that_is_asked_for_and_says_so_while_it_waits(string address, string title)
    {
        await using var screen = await practice.Open("privacy");
        await screen.Go(address);
        var goOn = new TaskCompletionSource();
        await screen.Page.RouteAsync("**/api/**language=en", async route =>
        {
            await goOn.Task;
            await route.ContinueAsync();
        });
        await screen.Press("English");
        await screen.Page.Locator("main[aria-busy=true]").WaitForAsync();
        await screen.Sees("Fetching…");

        goOn.SetResult();
        await screen.Page.Locator("article.paper[lang=en]").WaitForAsync();
        Assert.Contains(title, await screen.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Empty(screen.Problems);
    }
}
