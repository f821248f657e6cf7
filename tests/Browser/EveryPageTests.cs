namespace WelWee3D.Tests.Browser;

/// <summary>Each page, as each of those who come to it would have it: on a phone and a wide screen, by day and by night, in Dutch and in English.</summary>
[Collection(PracticePages.Name)]
public sealed class EveryPageTests(Practice practice)
{
    // Axe looks twice, so that it has seen each language, scheme and width.
    private static readonly (string Language, string Scheme, int Width, bool Axe)[] Looks =
        [("nl", "light", 1440, true), ("nl", "dark", 360, false), ("en", "dark", 360, true), ("en", "light", 1440, false)];

    [Theory]
    [InlineData("today", "/staff")]
    [InlineData("orders", "/staff/orders")]
    [InlineData("new-order", "/staff/orders/new")]
    [InlineData("order-shipped", "/staff/orders/{Femke de Vries}")]
    [InlineData("order-kept", "/staff/orders/{Suzan Bakker}")]
    [InlineData("order-held", "/staff/orders/{Renske Postma}")]
    [InlineData("order-rejected-file", "/staff/orders/{Bo Timmermans}")]
    [InlineData("scan", "/staff/scans/{scan of Julia Koning}")]
    [InlineData("scan-zip", "/staff/scans/{scan of Nienke Jonker}")]
    [InlineData("scan-rejected", "/staff/scans/{scan of Bo Timmermans}")]
    [InlineData("order-destroyed", "/staff/orders/{Sanne Oosterhof}")]
    [InlineData("order-quoted", "/staff/orders/{Julia Koning}")]
    [InlineData("messages", "/staff/messages")]
    [InlineData("new-message", "/staff/messages/new")]
    [InlineData("message", "/staff/messages/{message Petra Roos}")]
    [InlineData("people", "/staff/people")]
    [InlineData("requests", "/staff/requests")]
    [InlineData("new-request", "/staff/requests/new")]
    [InlineData("request", "/staff/requests/{access}")]
    [InlineData("erase", "/staff/requests/{access}/erase")]
    [InlineData("retention", "/staff/retention")]
    [InlineData("why", "/staff/why/order/{Iris Wouters}")]
    [InlineData("certificates", "/staff/certificates")]
    [InlineData("certificate", "/staff/certificates/1")]
    [InlineData("audit", "/staff/audit")]
    [InlineData("documents", "/staff/documents")]
    [InlineData("consent-texts", "/staff/documents/consent-texts")]
    [InlineData("statement", "/staff/documents/statement")]
    [InlineData("register", "/staff/documents/register")]
    [InlineData("concept", "/staff/documents/concept")]
    [InlineData("report", "/staff/documents/report/2026")]
    [InlineData("request-register", "/staff/documents/requests")]
    [InlineData("seven-questions", "/staff/documents/seven-questions")]
    [InlineData("visits", "/staff/visits")]
    [InlineData("settings", "/staff/settings")]
    [InlineData("runs", "/staff/runs")]
    [InlineData("run", "/staff/runs/{run}")]
    [InlineData("disks", "/staff/disks")]
    [InlineData("imports", "/staff/imports")]
    [InlineData("takeout", "/staff/takeout")]
    [InlineData("missing", "/staff/nergens")]
    [InlineData("home", "/")]
    [InlineData("for-websites", "/forms")]
    [InlineData("components", "/local/components")]
    public async Task It_can_be_read_and_used_by_everybody(string name, string address) => await Check(name, address, "staff", "privacy");

    [Fact]
    public async Task So_can_the_door() => await Check("door", "/staff");

    private async Task Check(string name, string address, params string[] roles)
    {
        var screen = await practice.Tab(roles);
        await screen.Go(await practice.Resolve(address));
        var wrong = new List<string>();
        foreach (var (language, scheme, width, axe) in Looks)
        {
            await screen.Look(language, scheme, width);
            // What is folded is part of the page too.
            await screen.Page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");
            wrong.AddRange((await screen.TooWide()).Concat(axe ? await screen.Violations() : []).Select(each => $"{language}, {scheme}, {width}: {each}"));
            await screen.Page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = false)");
            if (Practice.Draws(language))
                await screen.Picture($"{name}-{width}-{language}-{scheme}");
        }
        Assert.Empty(wrong.Concat(await screen.OutOfReach()).Concat(screen.Problems));
    }
}
