using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.PrivacyRequests;

public sealed class RestrictSubjectTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    private readonly PrivacyOfficer officer = new(http);

    [Fact]
    public async Task Everything_about_the_person_is_restricted_and_told()
    {
        const string email = "restrict@example.nl";
        var message = await world.Given.Message(email);
        var order = await world.Given.OrderWithScan(email);
        var others = await world.Given.Message("not.restricted@example.nl");

        var kept = await Restrict(new { email });

        Assert.Equal(
            PrivacyOfficer.Items((Kinds.Message, message.Id), (Kinds.Order, order.Id), (Kinds.Scan, order.Scans[0].Id)),
            PrivacyOfficer.Items(kept));
        Assert.All(kept.EnumerateArray(), retention =>
        {
            Assert.Equal(["restriction"], PrivacyOfficer.SuspendedBy(retention));
            Assert.Equal(JsonValueKind.Null, retention.GetProperty("dueOn").ValueKind);
        });
        Assert.Equal((world.Today, world.Today), (await RestrictedOn(message), await RestrictedOn(order)));
        Assert.Null(await RestrictedOn(others));
    }

    [Fact]
    public async Task What_is_due_stays_while_it_is_restricted_and_goes_with_the_sweep_after_that()
    {
        const string email = "restricted.due@example.nl";
        var message = await world.Given.Message(email, world.Today.AddYears(-5));
        var order = await world.Given.OrderWithScan(email, agreed: found => found with { ShippedOn = found.OpenedOn.AddMonths(-2) });
        var scan = order.Scans[0].Id;

        await Restrict(new { email });
        await officer.Sweep();
        var (whyMessage, whyScan) = (await officer.Why(Kinds.Message, message.Id), await officer.Why(Kinds.Scan, scan));
        var lifted = await Restrict(new { email, lift = true, destroysNow = true, toldBy = "phone", toldOn = world.Today.Iso() });
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
        var order = await world.Given.OrderWithScan(email);
        var file = $"scans/{order.Scans[0].Id}/content";

        await Restrict(new { email });
        using var restricted = await officer.Ask(HttpMethod.Get, file, role: "staff");
        await Restrict(new { email, lift = true, toldBy = "phone", toldOn = world.Today.Iso() });
        using var lifted = await officer.Ask(HttpMethod.Get, file, role: "staff");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), (restricted.StatusCode, lifted.StatusCode));
        Assert.Equal(["restrictedOn"], await restricted.Faults());
    }

    [Fact]
    public async Task What_was_restricted_before_keeps_its_day()
    {
        const string email = "restricted.before@example.nl";
        var before = world.Today.AddDays(-10);
        var message = await world.Given.Message(email);
        message = (await world.Get<ContactMessages>().Change(message.Id, found => found with { RestrictedOn = before }, default))!;
        var order = await world.Given.OrderWithScan(email, agreed: found => found with { RestrictedOn = before });
        var later = await world.Given.OrderWithScan(email);

        var first = await Restrict(new { email });
        var second = await Restrict(new { email });

        Assert.Equal(first.GetRawText(), second.GetRawText());
        Assert.Equal((before, before, world.Today), (await RestrictedOn(message), await RestrictedOn(order), await RestrictedOn(later)));
        Assert.Equal(message, await world.Get<ContactMessages>().Find(message.Id, default));
    }

    [Fact]
    public async Task To_lift_what_is_not_restricted_changes_nothing()
    {
        const string email = "never.restricted@example.nl";
        var message = await world.Given.Message(email);
        var order = await world.Given.OrderWithScan(email);

        await Restrict(new { email, lift = true });

        Assert.Equal(0, (await world.Get<ContactMessages>().Find(message.Id, default))!.Due.Version);
        Assert.Equal(order.Due, (await world.Get<OrderStore>().Find(order.Id, default))!.Due);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_erasure_that_was_asked_for_is_neither_restricted_nor_freed(bool restrictedBefore)
    {
        var email = $"erased.{restrictedBefore}@example.nl";
        var held = await world.Given.OrderWithScan(email, agreed: found => found with { Holds = [Make.Hold(world.Now, world.Today.AddYears(2))] });
        if (restrictedBefore)
            await Restrict(new { email });
        await officer.Erase(new { email });

        var kept = await Restrict(new { email, lift = restrictedBefore });

        Assert.All(kept.EnumerateArray(), item => Assert.Equal(["hold"], PrivacyOfficer.SuspendedBy(item)));
        Assert.Equal(restrictedBefore ? world.Today : null, await RestrictedOn(held));
    }

    [Fact]
    public async Task About_whom_nothing_is_kept_there_is_nothing_to_tell() =>
        Assert.Empty((await Restrict(new { email = "unknown@example.nl", phone = "06 49999999" })).EnumerateArray());

    private async Task<JsonElement> Restrict(object body) => (await officer.Post("subjects/restrict", body)).GetProperty("items");

    private async Task<DateOnly?> RestrictedOn(ContactMessage message) =>
        (await world.Get<ContactMessages>().Find(message.Id, default))!.RestrictedOn;

    private async Task<DateOnly?> RestrictedOn(Order order) => (await world.Get<OrderStore>().Find(order.Id, default))!.RestrictedOn;
}
