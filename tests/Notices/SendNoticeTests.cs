using WelWee3D.Tests.Http;
using WelWee3D.Tests.PrivacyRequests;

namespace WelWee3D.Tests.Notices;

/// <summary>A letter to a recipient does not arrive.</summary>
public sealed class SendNoticeTests : NoticesWorld
{
    [Fact]
    public async Task A_letter_that_came_back_told_nobody_and_staff_hear_of_it_and_send_it_again_once()
    {
        await world.Given.Disclosed(await world.Given.OrderWithScan());
        await Restrict(Make.Email);
        var first = new Letter(NoticeLetter.Name, $"{(await Only()).Id}");
        await SentToRecipients();

        await ComesBack(first);
        var (back, heard) = (await Only(), await world.Get<Letters>().GivenUp(None).Select(each => each.Letter).ToListAsync());
        await world.Given.Recipient();
        var again = await Send(back.Id);
        await Send(back.Id);
        var sent = await SentToRecipients();
        await ComesBack(first);

        Assert.Equal((NoticeState.Undelivered, null), (back.State, back.ToldAt));
        Assert.Equal([first], heard);
        Assert.Equal((200, "made"), (again.Status, again.Json.GetProperty("state").GetString()));
        Assert.Equal(2, sent.Count);
        Assert.Equal(NoticeState.Told, (await Only()).State);
        Assert.Equal(404, (await Send(world.NewId())).Status);
    }

    [Fact]
    public async Task A_letter_that_came_back_is_sent_again_when_the_same_is_asked_again_too()
    {
        await world.Given.Disclosed(await world.Given.Order(agreed: order => order with { Holds = [Make.Hold(world.Now, world.Today.AddYears(1))] }));
        await world.Erase(new { email = Make.Email });
        await SentToRecipients();
        await ComesBack(new(NoticeLetter.Name, $"{(await Only()).Id}"));

        await world.Erase(new { email = Make.Email });

        Assert.Equal(2, (await SentToRecipients()).Count);
        Assert.Equal(NoticeState.Told, (await Only()).State);
        Assert.Empty(await world.Get<Letters>().GivenUp(None).ToListAsync());
    }

    [Fact]
    public async Task When_a_recipient_has_another_address_what_is_not_done_is_told_there_and_the_former_link_opens_nothing()
    {
        await world.Given.Disclosed(await world.Given.OrderWithScan());
        await Restrict(Make.Email);
        var strangers = await TokenOfNotice();
        await Say(strangers, "read");

        world.Wait(TimeSpan.FromHours(2));
        await Moves("elders@drukker.example");
        var before = await Show(strangers);
        var token = await TokenOfNotice();
        await Moves("elders@drukker.example");

        Assert.Equal((404, 404, 200), (before.Status, (await Show(strangers)).Status, (await Show(token)).Status));
        var sent = await SentToRecipients();
        Assert.Equal(["printer@drukker.example", "elders@drukker.example"], sent.Select(mail => mail.GetProperty("personalizations")[0].GetProperty("to")[0].GetProperty("email").GetString()));
        Assert.Equal((NoticeState.Told, null), ((await Only()).State, (await Only()).AcknowledgedAt));
    }

    [Fact]
    public async Task A_letter_that_comes_back_from_the_former_address_of_a_recipient_is_not_told_and_one_that_was_is_no_more_once_it_is_sent_again()
    {
        await world.Given.Disclosed(await world.Given.OrderWithScan());
        await Restrict(Make.Email);
        await SentToRecipients();
        var notice = await Only();
        world.Wait(TimeSpan.FromHours(2));
        await Moves("elders@drukker.example");
        await SentToRecipients();

        await ComesBack(new(NoticeLetter.Name, $"{notice.Id}"));
        var early = await world.Get<Letters>().GivenUp(None).ToListAsync();
        // As it is where that was told first, and whoever wrote it again died.
        await world.Get<Letters>().NoteReturned(new(NoticeLetter.Name, $"{notice.Id}"), world.Now, None);
        await Send(notice.Id);

        Assert.Empty(early);
        Assert.Empty(await world.Get<Letters>().GivenUp(None).ToListAsync());
        Assert.Equal((NoticeState.Told, 1), ((await Only()).State, (await Only()).LetterNumber));
    }

    [Fact]
    public async Task What_was_done_is_not_told_again_at_another_address_and_its_link_opens_nothing_there()
    {
        await world.Given.Disclosed(await world.Given.OrderWithScan());
        await Restrict(Make.Email);
        var strangers = await TokenOfNotice();
        await Say(strangers, "done");

        world.Wait(TimeSpan.FromHours(2));
        await Moves("elders@drukker.example");

        Assert.Equal(404, (await Show(strangers)).Status);
        Assert.Single(await SentToRecipients());
    }

    [Fact]
    public async Task A_letter_that_is_sent_again_has_another_link_than_the_one_that_came_back_and_one_of_before_links_had_numbers_stays_good()
    {
        var former = await world.Given.Notice(agreed: notice => notice with { LetterNumber = 1, ToldAt = world.Now });
        await world.Given.Disclosed(await world.Given.OrderWithScan());
        await Restrict(Make.Email);
        var first = await TokenOfNotice();
        var notice = (await Open()).Single(each => each.Id != former.Id);
        await ComesBack(new Letter(NoticeLetter.Name, $"{notice.Id}"));

        await Send(notice.Id);
        var second = await TokenOfNotice();

        Assert.Equal((404, 200), ((await Show(first)).Status, (await Show(second)).Status));
        Assert.Equal(200, (await Show(world.Get<PersonalLinks>().To("recipient-notice", former.Id))).Status);
    }

    private async Task Moves(string email) => Assert.Equal(200, (await Answer.Of<RegisterRecipient>(
        world, (function, request) => function.Run(request, None), new { label = "PRINTER", name = "De drukker", email, purpose = "Beeldjes printen" })).Status);

    private Task<Answer> Send(Id notice) => Answer.Of<SendNotice>(world, (function, request) => function.Run(request, $"{notice}", None));
}
