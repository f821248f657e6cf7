namespace WelWee3D.Tests.Browser;

/// <summary>Each page of the staff, and those that anybody comes to; their language is chosen on the page.</summary>
[Collection(PracticePages.Name)]
public sealed class EveryPageTests(Practice practice)
{
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
    [InlineData("recipients", "/staff/recipients")]
    [InlineData("notices", "/staff/notices")]
    [InlineData("notice", "/staff/notices/01900000000070008000000000000000")]
    [InlineData("quotes", "/staff/quotes")]
    [InlineData("imports", "/staff/imports")]
    [InlineData("takeout", "/staff/takeout")]
    [InlineData("unclaimed", "/staff/unclaimed/01900000000070008000000000000000")]
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
        await screen.CanBeUsedByEverybody(_ => Task.CompletedTask, name);
    }
}
