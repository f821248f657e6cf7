using WelWee3D.Tests.Http;
using WelWee3D.Tests.Notices;

namespace WelWee3D.Tests.PrivacyRequests;

public sealed class RectifySubjectTests : NoticesWorld
{
    private const string Right = "anna.devries@example.nl";

    private static readonly object Address = new { line1 = "Kade 1", postalCode = "1012ab", city = "Amsterdam", country = "nl" };

    [Fact]
    public async Task Her_details_are_set_right_in_everything_about_her_at_once_and_in_nothing_of_others()
    {
        var (message, order, others) = (await world.Given.Message(), await world.Given.OrderWithScan(), await world.Given.Message("bea@example.nl"));
        var upload = await world.Given.Upload(order);
        var request = await world.Given.Request();

        var answer = await Rectify(new { email = Make.Email, changes = new { name = " Anna Smit ", email = Right, phone = "06 12345678", address = Address }, reason = "Zij belde" });

        Assert.Equal(StatusCodes.Status200OK, answer.Status);
        Assert.Equal(
            PrivacyOfficer.Items((Kinds.Message, message.Id), (Kinds.Order, order.Id), (Kinds.Scan, order.Scans[0].Id), (RequestRegister.Kind, request.Id)),
            PrivacyOfficer.Items(answer.Json.GetProperty("rectified")));
        var client = (await world.Get<OrderStore>().Find(order.Id, None))!.Client;
        Assert.Equal(new("Anna Smit", Right, "+31612345678", new("Kade 1", null, "1012 AB", "Amsterdam", "NL"), "nl"), client);
        var changed = (await world.Get<ContactMessages>().Find(message.Id, None))!;
        Assert.Equal(("Anna Smit", Right, "+31612345678", world.Today, "Zij belde"), (changed.Name, changed.Email, changed.Phone, changed.RectifiedOn, changed.RectificationReason));
        Assert.Equal(("Anna Smit", Right), ((await Register.Find(request.Id, None))!.Name, (await Register.Find(request.Id, None))!.Email));
        Assert.Equal(others.Email, (await world.Get<ContactMessages>().Find(others.Id, None))!.Email);
        Assert.Equal(
            new[] { $"message|{message.Id}", $"order|{order.Id}", $"privacy-request|{request.Id}", $"upload|{upload.Id}" }.Order(),
            (await About(Right)).Order());
        Assert.Empty(await About(Make.Email));
    }

    [Fact]
    public async Task What_one_of_two_values_leads_to_is_told_apart_and_changed_when_it_is_named()
    {
        var (both, byPhone) = (await world.Given.Message(phone: "06 40000001"), await world.Given.Message("bea@example.nl", phone: "06 40000001"));
        var form = new { email = Make.Email, phone = "06 40000001", changes = new { name = "Anna Smit" }, reason = "Zij belde", named = Array.Empty<string>() };

        var first = await Rectify(form);
        var untouched = (await world.Get<ContactMessages>().Find(byPhone.Id, None))!.Name;
        await Rectify(form with { named = [$"{byPhone.Id}"] });

        Assert.Equal(PrivacyOfficer.Items((Kinds.Message, both.Id)), PrivacyOfficer.Items(first.Json.GetProperty("rectified")));
        Assert.Equal(PrivacyOfficer.Items((Kinds.Message, byPhone.Id)), PrivacyOfficer.Items(first.Json.GetProperty("apart")));
        Assert.Equal((byPhone.Name, "Anna Smit"), (untouched, (await world.Get<ContactMessages>().Find(byPhone.Id, None))!.Name));
    }

    [Fact]
    public async Task What_was_there_before_is_kept_with_the_request_that_asked_for_it_and_nowhere_else()
    {
        var (order, message) = (await world.Given.Order(phone: "06 12345678"), await world.Given.Message());
        var request = await world.Given.Request(Right, agreed: asked => asked with { Kind = RequestKind.Rectification });

        var answer = await Rectify(new { email = Make.Email, changes = new { email = Right, phone = "06 87654321" }, reason = "Zij belde" });
        await Rectify(new { email = Right, changes = new { email = Right, phone = "06 87654321" }, reason = "Zij belde" });

        Assert.Equal($"{request.Id}", answer.Json.GetProperty("request").GetString());
        var events = (await Register.Find(request.Id, None))!.Events;
        Assert.Equal([$"Email: {Make.Email}", "Phone: +31612345678"], events.Where(each => each.What == RequestEvent.Former).Select(each => each.Note));
        var note = Assert.Single((await world.Get<OrderStore>().Find(order.Id, None))!.History);
        Assert.Equal(("client", "Zij belde"), (note.Field, note.Reason));
        foreach (var table in (string[])[OrderStore.TableName, ContactMessages.TableName])
            foreach (var row in await world.Storage.Rows(table))
                Assert.DoesNotContain(Make.Email, string.Join("|", row.Select(column => $"{column.Value}")), StringComparison.Ordinal);
        Assert.NotNull(await world.Get<ContactMessages>().Find(message.Id, None));
    }

    [Fact]
    public async Task A_request_of_somebody_who_shares_her_number_keeps_nothing_of_hers()
    {
        await world.Given.Message(phone: "06 40000001");
        var others = await world.Given.Request("bea@example.nl", "06 40000001", asked => asked with { Kind = RequestKind.Rectification });

        var answer = await Rectify(new { email = Make.Email, phone = "06 40000001", changes = new { name = "Anna Smit", phone = "06 40000001" }, reason = "Zij belde" });

        Assert.Equal(StatusCodes.Status200OK, answer.Status);
        Assert.False(answer.Json.TryGetProperty("request", out _));
        Assert.Empty((await Register.Find(others.Id, None))!.Events);
    }

    [Fact]
    public async Task What_a_request_cannot_hold_any_more_is_not_overwritten()
    {
        var message = await world.Given.Message();
        await world.Given.Request(agreed: asked => asked with
        {
            Kind = RequestKind.Rectification, Events = [new(world.Now, "officer", RequestEvent.Registered, new('x', 24_000))],
        });

        var answer = await Rectify(new { email = Make.Email, changes = new { name = "Anna Smit" }, reason = "Zij belde" });

        Assert.Equal((StatusCodes.Status409Conflict, "changes"), (answer.Status, Assert.Single(answer.Fields)));
        Assert.Equal(message.Name, (await world.Get<ContactMessages>().Find(message.Id, None))!.Name);
    }

    [Fact]
    public async Task What_may_only_be_stored_is_set_right_too()
    {
        var order = await world.Given.Order(agreed: found => found with { RestrictedOn = world.Today });

        await Rectify(new { email = Make.Email, changes = new { name = "Anna Smit" }, reason = "Zij betwist haar naam" });

        var changed = (await world.Get<OrderStore>().Find(order.Id, None))!;
        Assert.Equal(("Anna Smit", world.Today), (changed.Client.Name, changed.RestrictedOn));
    }

    [Theory]
    [InlineData("""{}""", "email,changes,reason")]
    [InlineData("""{"email":"x","changes":{"email":"y","phone":"z","name":" ","address":{"country":"XX"}},"reason":" "}""",
        "email,changes.name,changes.email,changes.phone,changes.address.line1,changes.address.postalCode,changes.address.city,changes.address.country,reason")]
    public async Task All_mistakes_are_told_at_once(string form, string fields)
    {
        var answer = await Rectify(JsonDocument.Parse(form).RootElement);

        Assert.Equal(StatusCodes.Status422UnprocessableEntity, answer.Status);
        Assert.Equal(fields.Split(',').Order(), answer.Fields.Order());
    }

    [Fact]
    public async Task Only_whoever_was_given_what_is_set_right_is_told_and_reads_the_new_values_behind_the_link()
    {
        var order = await world.Given.Disclosed(await world.Given.OrderWithScan(), "KOERIER", ClientDetail.Name, ClientDetail.Address);
        await world.Given.Disclosed(order, "PRINTER");

        await Rectify(new { email = Make.Email, changes = new { address = Address, phone = "06 12345678" }, reason = "Zij is verhuisd" });

        var notice = await Only();
        Assert.Equal(("KOERIER", NoticeCause.Rectification), (notice.Recipient, notice.Cause));
        Assert.Equal([ClientDetail.Address], notice.Changed);
        var token = await TokenOfNotice();
        Assert.DoesNotContain("Kade 1", Text((await SentToRecipients())[^1]), StringComparison.Ordinal);
        var shown = (await Show(token)).Json.GetProperty("now");
        Assert.Equal("Kade 1", shown.GetProperty("address").GetProperty("line1").GetString());
        Assert.Equal(["address"], shown.EnumerateObject().Select(member => member.Name));
        Assert.Contains("adres: Kade 1, 1012 AB Amsterdam, NL", System.Net.WebUtility.HtmlDecode((await Show(token, Browser)).Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_right_to_and_fro_they_are_told_each_time_and_asked_twice_once()
    {
        await world.Given.Disclosed(await world.Given.Order(), "KOERIER", ClientDetail.Name);

        foreach (var name in (string[])["Anna Smit", "Anna de Vries", "Anna Smit", "Anna Smit"])
            await Rectify(new { email = Make.Email, changes = new { name }, reason = "Zij belde" });

        Assert.Equal(3, (await Open()).Count);
    }

    private async Task<IEnumerable<string>> About(string email) =>
        (await world.Get<SubjectRecords>().Find(world.Get<SubjectKeys>().AllOfEmail(email), None)).Records.Select(record => $"{record.Item}");
}
