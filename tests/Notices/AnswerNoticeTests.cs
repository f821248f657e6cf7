using WelWee3D.Tests.Http;

namespace WelWee3D.Tests.Notices;

/// <summary>A recipient answers by the link in its letter.</summary>
public sealed class AnswerNoticeTests : NoticesWorld
{
    [Fact]
    public async Task Told_read_and_done_are_three_states_and_the_first_answer_counts()
    {
        await world.Given.Disclosed(await world.Given.OrderWithScan());
        await Restrict(Make.Email);
        var made = await Only();
        var token = await TokenOfNotice();
        var told = await Only();

        Assert.Equal((NoticeState.Made, NoticeState.Told), (made.State, told.State));
        await Show(token);
        Assert.Equal(NoticeState.Told, (await Only()).State);
        Assert.Equal(StatusCodes.Status200OK, (await Say(token, "read")).Status);
        var read = await Only();
        world.Wait(TimeSpan.FromHours(1));
        await Say(token, "read");
        var answer = await Say(token, "done");

        var done = (await Notices.Find(made.Id, None))!;
        Assert.Equal((NoticeState.Acknowledged, NoticeState.Done), (read.State, done.State));
        Assert.Equal(read.AcknowledgedAt, done.AcknowledgedAt);
        Assert.Equal("done", answer.Json.GetProperty("state").GetString());
        Assert.Empty(await Open());
    }

    [Fact]
    public async Task The_page_needs_no_script_and_is_in_the_language_of_its_recipient_or_the_one_asked_for()
    {
        await world.Given.Disclosed(await world.Given.OrderWithScan());
        await world.Given.Recipient(language: "en");
        await Restrict(Make.Email);
        var token = await TokenOfNotice();

        var (english, dutch) = (await Show(token, Browser), await Show(token, Browser, "?language=nl"));
        var pressed = await Answer.Of<AnswerNotice>(world, (function, request) => function.Run(request, token, None), compose: request =>
        {
            request.Headers.Accept = Browser;
            request.Send("application/x-www-form-urlencoded", Encoding.UTF8.GetBytes("answer=read"));
        });

        Assert.Contains(">We have done this</button>", english.Body, StringComparison.Ordinal);
        Assert.Contains(">Wij hebben dit gedaan</button>", dutch.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", english.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", english.Body, StringComparison.Ordinal);
        Assert.Equal(StatusCodes.Status303SeeOther, pressed.Status);
        Assert.DoesNotContain("We have read this", (await Show(token, Browser)).Body, StringComparison.Ordinal);
        Assert.Equal("no-store", english.Headers.CacheControl);
    }

    [Fact]
    public async Task What_was_set_right_is_not_shown_as_long_as_it_may_only_be_stored()
    {
        var order = await world.Given.Disclosed(await world.Given.OrderWithScan(), "PRINTER", ClientDetail.Name);
        await Answer.Of<RectifyOrder>(world, (function, request) => function.Run(request, $"{order.Id}", None), new { name = "Anna Jansen" });
        var token = await TokenOfNotice();
        var open = await Show(token, Browser);
        await world.Given.Change(order, found => found with { RestrictedOn = world.Today });

        var (page, told) = (await Show(token, Browser), await Show(token));
        await world.Given.Change(order, found => found with { RestrictedOn = null });
        var lifted = await Show(token);

        Assert.Contains("Anna Jansen", open.Body, StringComparison.Ordinal);
        Assert.All([page, told], answer => Assert.DoesNotContain("Jansen", answer.Body, StringComparison.Ordinal));
        Assert.Contains("Het gebruik van haar gegevens is nu beperkt.", page.Body, StringComparison.Ordinal);
        Assert.Equal((true, false), (told.Json.GetProperty("restricted").GetBoolean(), lifted.Json.GetProperty("restricted").GetBoolean()));
        Assert.Equal("Anna Jansen", lifted.Json.GetProperty("now").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_link_that_was_guessed_is_for_something_else_or_too_old_is_refused_alike()
    {
        await world.Given.Disclosed(await world.Given.OrderWithScan());
        await Restrict(Make.Email);
        var (notice, token) = (await Only(), await TokenOfNotice());
        var other = world.Get<PersonalLinks>().To("consent-link", notice.Id);

        var guessed = await Show(token[..63] + (token[63] == '0' ? '1' : '0'));
        var reused = await Show(other);
        var said = await Say(other, "done");
        world.MoveTo(notice.AnswerableUntil.AddDays(1));
        var (expired, late) = (await Show(token), await Say(token, "done"));

        Assert.All([guessed, reused, said, expired, late], answer => Assert.Equal((404, guessed.Body), (answer.Status, answer.Body)));
        Assert.Equal(NoticeState.Told, (await Only()).State);
    }

    [Fact]
    public async Task An_answer_that_is_none_is_told()
    {
        await world.Given.Disclosed(await world.Given.OrderWithScan());
        await Restrict(Make.Email);

        var answer = await Say(await TokenOfNotice(), "perhaps");

        Assert.Equal(422, answer.Status);
        Assert.Equal(["answer"], answer.Fields);
    }
}
