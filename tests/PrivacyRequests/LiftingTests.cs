using WelWee3D.Tests.Http;

namespace WelWee3D.Tests.PrivacyRequests;

/// <summary>A restriction is not lifted before its person was told (GDPR article 18(3)).</summary>
public sealed class LiftingTests : RequestsWorld
{
    private static readonly object LiftIt = new { email = Make.Email, lift = true };

    [Fact]
    public async Task It_waits_for_a_letter_in_the_thread_of_her_request_and_is_lifted_once_that_was_delivered()
    {
        var (order, request) = (await world.Given.Order(), await Asked());
        await Restrict(new { email = Make.Email });

        var (first, again) = (await Restrict(LiftIt), await Restrict(LiftIt));
        var waiting = await IsRestricted(order);
        var letters = await Sent(LiftingLetter.Name);
        var lifted = await Restrict(LiftIt);

        Assert.Equal((202, 202, 200), (first.Status, again.Status, lifted.Status));
        Assert.Equal($"{request.Id}", first.Json.GetProperty("request").GetString());
        Assert.Equal((true, false), (waiting, await IsRestricted(order)));
        Assert.Contains("opheffen", Text(Assert.Single(letters)), StringComparison.Ordinal);
        Assert.Equal("told by letter", (await Register.Find(request.Id, None))!.Events[^1].Note);
    }

    [Fact]
    public async Task The_letter_of_one_lifting_tells_nothing_of_the_next()
    {
        var order = await world.Given.Order();
        await Asked();
        await Restrict(new { email = Make.Email });
        await Restrict(LiftIt);
        await Sent(LiftingLetter.Name);
        await Restrict(LiftIt);

        await Restrict(new { email = Make.Email });
        var next = await Restrict(LiftIt);

        Assert.Equal((202, true), (next.Status, await IsRestricted(order)));
        Assert.Equal(2, (await Sent(LiftingLetter.Name)).Count);
        Assert.Equal(200, (await Restrict(LiftIt)).Status);
    }

    [Fact]
    public async Task Where_no_letter_reaches_her_staff_say_how_and_when_she_was_told()
    {
        var order = await world.Given.Order();
        await Restrict(new { email = Make.Email });

        var untold = await Restrict(LiftIt);
        var kept = await IsRestricted(order);
        var told = await Restrict(new { email = Make.Email, lift = true, toldBy = "phone", toldOn = world.Today.Iso() });

        Assert.Equal((409, "toldOn", true), (untold.Status, Assert.Single(untold.Fields), kept));
        Assert.Equal((200, false), (told.Status, await IsRestricted(order)));
    }

    [Fact]
    public async Task The_request_of_somebody_who_shares_her_number_tells_her_nothing()
    {
        var form = new { email = Make.Email, phone = "06 40000001", lift = false };
        var order = await world.Given.Order(phone: form.phone);
        var others = await world.Given.Request("bea@example.nl", form.phone, request => request with { Kind = RequestKind.Restriction });
        await Restrict(form);

        Assert.Equal(409, (await Restrict(form with { lift = true })).Status);
        Assert.True(await IsRestricted(order));
        Assert.Empty((await Register.Find(others.Id, None))!.Letters);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_letter_that_was_given_up_or_came_back_told_her_nothing(bool wasSent)
    {
        var (order, request) = (await world.Given.Order(), await Asked());
        await Restrict(new { email = Make.Email });
        await Restrict(LiftIt);
        if (wasSent)
            await Sent(LiftingLetter.Name);
        await Register.Change(request.Id, found => found.Delivered(LiftingLetter.Name, 0, sent: false, world.Now), None);

        Assert.Equal(409, (await Restrict(LiftIt)).Status);
        Assert.True(await IsRestricted(order));
        await Restrict(new { email = Make.Email, lift = true, toldBy = "paper", toldOn = world.Today.Iso() });
        Assert.Equal($"told by paper on {world.Today.Iso()}", (await Register.Find(request.Id, None))!.Events[^1].Note);
    }

    [Theory]
    [InlineData("phone", null, "toldOn")]
    [InlineData(null, 0, "toldBy")]
    [InlineData("phone", 1, "toldOn")]
    [InlineData("phone", -40, "toldOn")]
    public async Task How_and_when_go_together_and_it_was_lately(string? toldBy, int? days, string field)
    {
        var answer = await Restrict(new { email = Make.Email, lift = true, toldBy, toldOn = days is { } after ? world.Today.AddDays(after).Iso() : null });

        Assert.Equal((StatusCodes.Status422UnprocessableEntity, field), (answer.Status, Assert.Single(answer.Fields)));
    }

    private Task<PrivacyRequest> Asked() => world.Given.Request(agreed: request => request with { Kind = RequestKind.Restriction });

    private async Task<bool> IsRestricted(Order order) => (await world.Get<OrderStore>().Find(order.Id, None))!.RestrictedOn is not null;
}
