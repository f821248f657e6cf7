using Microsoft.Playwright;

namespace WelWee3D.Tests.Browser;

/// <summary>What stays as it was for those who work at the practice: overnight, where a search fails, and once a page was left.</summary>
[Collection(PracticeStories.Name)]
public sealed class StayingStoriesTests(Practice practice)
{
    [Fact]
    public async Task A_tab_that_stayed_open_overnight_knows_which_day_it_is_and_the_skip_link_loses_nothing()
    {
        await using var screen = await practice.Open("staff");
        await screen.Go("/staff/messages/new");
        await screen.Fill("Naam", "Nora Nacht");
        await screen.Page.Locator("a.skip").FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("content", await screen.Page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal("Nora Nacht", await screen.Page.GetByLabel("Naam").InputValueAsync());

        await screen.Page.EvaluateAsync("{ const before = Date.now; Date.now = () => before() + 86400000; }");
        await screen.Page.GetByLabel("Aan de telefoon").CheckAsync();
        await screen.Fill("Telefoon", "06 1234 5671");
        await screen.Fill("Wat ze vroeg of vertelde", "Kan ze morgen langskomen?");
        var asked = await screen.Page.RunAndWaitForRequestAsync(() => screen.Press("Bericht bewaren"), request => request.Method == "POST");
        Assert.Contains(Amsterdam.DateOf(World.Instant).AddDays(1).Iso(), asked.PostData!, StringComparison.Ordinal);
        // To the app, whose clock was not moved, that is tomorrow.
        screen.Expected.Add("status of 4");
        await screen.Sees("Er klopt iets niet");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task A_reference_without_a_digit_is_found_and_so_is_a_name_that_may_be_one()
    {
        Order made;
        do
            made = await practice.World.Given.Opened(Make.Client("margaret@voorbeeld.example", phone: null) with { Name = "Margaret" });
        while ($"{Reference.Of(made.Id)}".Any(char.IsDigit));
        await using var screen = await practice.Open("staff");
        await screen.Go("/staff/orders");
        await screen.Fill("Naam, e-mail, telefoon of kenmerk", $"{Reference.Of(made.Id)}");
        await screen.Press("Zoek");
        await screen.Sees("1 gevonden voor");
        await screen.Fill("Naam, e-mail, telefoon of kenmerk", "margaret");
        await screen.Press("Zoek");
        await screen.Sees("gevonden voor “margaret”");
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Margaret" }).First.WaitForAsync();

        // What cannot be answered leaves the rows under the words that they were found by.
        screen.Expected.UnionWith(["ERR_FAILED"]);
        await screen.Page.RouteAsync("**/api/orders?*", route => route.AbortAsync());
        await screen.Fill("Naam, e-mail, telefoon of kenmerk", "iemand anders");
        await screen.Press("Zoek");
        await screen.Sees("De app is niet te bereiken.");
        await screen.Sees("gevonden voor “margaret”");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task Who_left_a_form_that_is_slow_to_save_stays_where_she_went()
    {
        await using var screen = await practice.Open("staff");
        var saved = new TaskCompletionSource();
        await screen.Page.RouteAsync("**/api/orders", async route =>
        {
            if (route.Request.Method == "POST")
                await saved.Task;
            await route.ContinueAsync();
        });
        await screen.Go("/staff/orders/new");
        await screen.Fill("Naam", "Trage Tonia");
        await screen.Fill("E-mail", "tonia@voorbeeld.example");
        await screen.Press("Bestelling openen");
        await screen.Follow("Berichten");
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Berichten" }).WaitForAsync();
        await screen.Page.RunAndWaitForResponseAsync(() =>
        {
            saved.SetResult();
            return Task.CompletedTask;
        }, answer => answer.Request.Method == "POST" && answer.Status == 201);
        await screen.Page.EvaluateAsync("new Promise(done => setTimeout(done, 200))");
        Assert.EndsWith("/staff/messages", screen.Page.Url, StringComparison.Ordinal);
        Assert.Empty(screen.Problems);
    }
}
