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

    private Task<Answer> Send(Id notice) => Answer.Of<SendNotice>(world, (function, request) => function.Run(request, $"{notice}", None));
}
