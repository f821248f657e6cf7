using System.Net;
using System.Text.Json;
using WelWee3D.Tests.Contact;
using WelWee3D.Tests.Orders;

namespace WelWee3D.Tests.PrivacyRequests;

[Collection(OrdersTests.Name)]
public sealed class RestrictSubjectTests(OrdersApp app)
{
    private readonly PrivacyOfficer officer = new(app);

    [Fact]
    public async Task Everything_about_the_person_is_restricted_and_told()
    {
        const string email = "restrict@example.nl";
        var message = await officer.NewMessage(email, officer.Today);
        var order = await officer.NewOrder(email);
        var others = await officer.NewMessage("not.restricted@example.nl", officer.Today);

        var kept = await Restrict(new { email });

        Assert.Equal(
            PrivacyOfficer.Items((Kinds.Message, message.Id), (Kinds.Order, order.Id), (Kinds.Scan, order.Scans[0].Id)),
            PrivacyOfficer.Items(kept));
        Assert.All(kept.EnumerateArray(), retention =>
        {
            Assert.Equal(["restriction"], PrivacyOfficer.SuspendedBy(retention));
            Assert.Equal(JsonValueKind.Null, retention.GetProperty("dueOn").ValueKind);
        });
        Assert.Equal((officer.Today, officer.Today), (await RestrictedOn(message), await RestrictedOn(order)));
        Assert.Null(await RestrictedOn(others));
    }

    [Fact]
    public async Task What_is_due_stays_while_it_is_restricted_and_goes_with_the_sweep_after_that()
    {
        const string email = "restricted.due@example.nl";
        var message = await officer.NewMessage(email, officer.Today.AddYears(-5));
        var order = await officer.NewOrder(email, found => found with { ShippedOn = found.OpenedOn.AddMonths(-2) });
        var scan = order.Scans[0].Id;

        await Restrict(new { email });
        await officer.Sweep();
        var (whyMessage, whyScan) = (await officer.Why(Kinds.Message, message.Id), await officer.Why(Kinds.Scan, scan));
        var lifted = await Restrict(new { email, lift = true });
        await officer.Sweep();

        Assert.All([whyMessage, whyScan], why => Assert.Equal(["restriction"], PrivacyOfficer.SuspendedBy(why)));
        Assert.All(lifted.EnumerateArray(), item => Assert.Empty(PrivacyOfficer.SuspendedBy(item)));
        Assert.False(await officer.IsKept(Kinds.Message, message.Id));
        Assert.False(await officer.IsKept(Kinds.Scan, scan));
        Assert.True(await officer.IsKept(Kinds.Order, order.Id));
    }

    [Fact]
    public async Task The_file_of_a_restricted_order_cannot_be_fetched()
    {
        const string email = "restricted.file@example.nl";
        var order = await officer.NewOrder(email);
        var file = $"scans/{order.Scans[0].Id}/content";

        await Restrict(new { email });
        using var restricted = await officer.Ask(HttpMethod.Get, file, role: "staff");
        await Restrict(new { email, lift = true });
        using var lifted = await officer.Ask(HttpMethod.Get, file, role: "staff");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), (restricted.StatusCode, lifted.StatusCode));
        Assert.Equal(["restrictedOn"], await restricted.Faults());
    }

    [Fact]
    public async Task What_was_restricted_before_keeps_its_day()
    {
        const string email = "restricted.before@example.nl";
        var before = officer.Today.AddDays(-10);
        var message = await officer.NewMessage(email, officer.Today);
        message = (await app.Get<ContactMessages>().Change(message.Id, found => found with { RestrictedOn = before }, default))!;
        var order = await officer.NewOrder(email, found => found with { RestrictedOn = before });
        var later = await officer.NewOrder(email);

        var first = await Restrict(new { email });
        var second = await Restrict(new { email });

        Assert.Equal(first.GetRawText(), second.GetRawText());
        Assert.Equal((before, before, officer.Today), (await RestrictedOn(message), await RestrictedOn(order), await RestrictedOn(later)));
        Assert.Equal(message, await app.Get<ContactMessages>().Find(message.Id, default));
    }

    [Fact]
    public async Task To_lift_what_is_not_restricted_changes_nothing()
    {
        const string email = "never.restricted@example.nl";
        var message = await officer.NewMessage(email, officer.Today);
        var order = await officer.NewOrder(email);

        await Restrict(new { email, lift = true });

        Assert.Equal(0, (await app.Get<ContactMessages>().Find(message.Id, default))!.Due.Version);
        Assert.Equal(order.Due, (await app.Orders.Find(order.Id, default))!.Due);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_erasure_that_was_asked_for_is_neither_restricted_nor_freed(bool restrictedBefore)
    {
        var email = $"erased.{restrictedBefore}@example.nl";
        var held = await officer.NewOrder(email, found => found with { Holds = [new(found.Id, "A claim", new(2028, 3, 1))] });
        if (restrictedBefore)
            await Restrict(new { email });
        await officer.Post("subjects/erase", new { email });

        var kept = await Restrict(new { email, lift = restrictedBefore });

        Assert.All(kept.EnumerateArray(), item => Assert.Equal(["hold"], PrivacyOfficer.SuspendedBy(item)));
        Assert.Equal(restrictedBefore ? officer.Today : null, await RestrictedOn(held));
    }

    [Fact]
    public async Task About_whom_nothing_is_kept_there_is_nothing_to_tell() =>
        Assert.Empty((await Restrict(new { email = "unknown@example.nl", phone = "06 49999999" })).EnumerateArray());

    private async Task<JsonElement> Restrict(object body) => (await officer.Post("subjects/restrict", body)).GetProperty("items");

    private async Task<DateOnly?> RestrictedOn(ContactMessage message) =>
        (await app.Get<ContactMessages>().Find(message.Id, default))!.RestrictedOn;

    private async Task<DateOnly?> RestrictedOn(Order order) => (await app.Orders.Find(order.Id, default))!.RestrictedOn;
}
