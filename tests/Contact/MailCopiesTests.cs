using WelWee3D.Tests.Http;
using WelWee3D.Tests.Retention;

namespace WelWee3D.Tests.Contact;

/// <summary>A message that came by mail lies in a mailbox too: staff are asked to destroy it there, and nothing calls it gone before they did.</summary>
public sealed class MailCopiesTests : OwnWorld
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(9, false)]
    [InlineData(8, true)]
    [InlineData(0, true)]
    public async Task Staff_are_asked_from_as_many_days_before_the_deadline_as_of_copies_on_disk(int daysBefore, bool asked)
    {
        var message = await world.Given.MessageByMail();
        world.MoveTo(message.Deadline.AddDays(-daysBefore));

        var tasks = await Tasks();
        await world.Function<RemindDeadlines>().Run(new(), None);

        Assert.Equal(asked ? [new(message.Id, Reference.Of(message.Id), "PRAKTIJK", message.ReceivedOn, message.Deadline, IsGone: false)] : [], tasks);
        Assert.Equal(asked, (await world.Letter(ReminderLetter.Name))?.Contains(
            $"Postvak: PRAKTIJK\nMail van: {PlainWords.Dutch.Date(message.ReceivedOn)}\nKenmerk: {Reference.Of(message.Id)}\n", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task A_certificate_tells_an_open_copy_and_staff_are_reminded_until_they_confirm_it()
    {
        var message = await world.Given.MessageByMail();
        await SweepOn(message.Deadline);

        Assert.Equal((message.Id, true), await Tasks() is [var open] ? (open.Id, open.IsGone) : default);
        Assert.Equal([new(message.Id, "PRAKTIJK", message.ReceivedOn)], (await Certificate()).MailCopies!);
        Assert.Equal([Boundary.GivenBefore, Boundary.OpenMail], (await Certificate()).Boundary!.NotCovered);
        world.MoveTo(message.Deadline.AddDays(3));
        await world.Function<RemindDeadlines>().Run(new(), None);
        Assert.Contains("Tijd: 3 dagen te laat\n", await world.Letter(ReminderLetter.Name), StringComparison.Ordinal);

        Assert.Equal(StatusCodes.Status200OK, (await Confirm(message.Id)).Status);

        Assert.Empty(await Tasks());
        Assert.Equal(message.Deadline.AddDays(3), (await world.Get<MailboxTasks>().Find(message.Id, None))!.Copy.DestroyedOn);
    }

    [Fact]
    public async Task A_certificate_tells_a_copy_that_was_confirmed_before_with_its_day_and_the_role()
    {
        var message = await world.Given.MessageByMail();
        Assert.Equal(StatusCodes.Status200OK, (await Confirm(message.Id)).Status);
        await SweepOn(message.Deadline);

        Assert.Empty(await Tasks());
        Assert.Equal([new(message.Id, "PRAKTIJK", message.ReceivedOn, message.ReceivedOn, Role.Staff)], (await Certificate()).MailCopies!);
        var page = CertificatePage.Render(await world.Get<Certificates>().NewestFirst(null, 1, None).FirstAsync(), world.Get<RecordKinds>(), "nl");
        Assert.Contains("volgens een medewerker", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_of_what_has_no_such_copy_tells_none()
    {
        var message = await world.Given.Message();
        await SweepOn(message.Deadline);

        Assert.Null((await Certificate()).MailCopies);
        Assert.DoesNotContain("mailCopies", (await world.Get<Certificates>().NewestFirst(null, 1, None).FirstAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erasure_names_the_copy_that_it_does_not_reach_and_has_staff_asked_at_once()
    {
        var (email, token) = (world.Given.NewAddress(), "");
        var message = await world.Given.MessageByMail(email);
        await world.Given.MessageByMail();

        var shown = await Erase(new { email });
        token = shown.GetProperty("token").GetString();
        var erased = await Erase(new { token });

        Assert.All([shown, erased], answer => Assert.Equal(
            ($"{Reference.Of(message.Id)}", "PRAKTIJK", message.ReceivedOn.Iso()),
            Assert.Single(answer.GetProperty("notReached").GetProperty("mailboxes").EnumerateArray()) is var copy
                ? (copy.GetProperty("message").GetString(), copy.GetProperty("mailbox").GetString(), copy.GetProperty("day").GetString()) : default));
        var task = Assert.Single(await Tasks());
        Assert.Equal((message.Id, world.Today, true), (task.Id, task.Deadline, task.IsGone));
    }

    [Fact]
    public async Task An_erasure_names_the_copy_of_what_went_before_for_as_long_as_it_is_open()
    {
        var email = world.Given.NewAddress();
        var message = await world.Given.MessageByMail(email);
        await SweepOn(message.Deadline);

        var open = await Erase(new { email });
        await Confirm(message.Id);
        var confirmed = await Erase(new { email });

        Assert.Equal([1, 0], new[] { open, confirmed }.Select(answer => answer.GetProperty("notReached").GetProperty("mailboxes").GetArrayLength()));
    }

    [Fact]
    public async Task The_first_confirmation_counts_and_another_day_is_refused()
    {
        var message = await world.Given.MessageByMail();
        world.MoveTo(message.ReceivedOn.AddDays(2));

        var answers = new[]
        {
            await Confirm(message.Id, message.ReceivedOn.AddDays(3)), await Confirm(message.Id, message.ReceivedOn.AddDays(-1)),
            await Confirm(message.Id, message.ReceivedOn.AddDays(1)), await Confirm(message.Id), await Confirm(message.Id, message.ReceivedOn),
            await Confirm(world.NewId()), await Confirm((await world.Given.Message()).Id),
        };

        Assert.Equal([422, 422, 200, 200, 409, 404, 404], answers.Select(answer => answer.Status));
        Assert.Equal(answers[2].Body, answers[3].Body);
        Assert.Contains(message.ReceivedOn.AddDays(1).Iso(), answers[3].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_only_be_stored_is_neither_asked_about_nor_confirmed()
    {
        var message = await world.Given.MessageByMail();
        await world.Get<ContactMessages>().Change(message.Id, found => found with { RestrictedOn = world.Today }, None);
        world.MoveTo(message.Deadline);

        Assert.Empty(await Tasks());
        Assert.Equal(StatusCodes.Status409Conflict, (await Confirm(message.Id)).Status);
    }

    [Fact]
    public async Task A_replay_asks_again_about_no_copy_that_was_confirmed()
    {
        var (confirmed, open) = (await world.Given.MessageByMail(), await world.Given.MessageByMail());
        var backup = await Backup.Of(world);
        await SweepOn(confirmed.Deadline);
        await Confirm(confirmed.Id);

        await backup.Restore(world);
        await world.Get<Replay>().Run("officer", None);

        Assert.Equal([open.Id], (await Tasks()).Select(task => task.Id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_words_of_a_message_are_mailed_only_where_the_practice_wants_that_and_then_counted(bool included)
    {
        await using var other = await world.Beside(new WorldOptions { Settings = new Dictionary<string, string?> { ["Mail:IncludeContent"] = $"{included}" } });
        var message = Make.Message(world.Now) with { Channel = ContactChannel.Form };
        await other.Get<ContactIntake>().Take(message, hasReceipt: false, None);

        var letter = (await other.GetAll<ILetterRenderer>().Single(each => each.Kind == ContactNotice.Name).Render($"{message.Id}", None))!;
        var kept = (await other.Get<ContactMessages>().Find(message.Id, None))!;

        Assert.Equal(included, letter.Body.Text.Contains(message.Message, StringComparison.Ordinal));
        Assert.Equal(included ? message.Email : null, letter.ReplyTo);
        Assert.Equal(included ? new MailCopy("PRAKTIJK", world.Today) : null, kept.MailCopy);
    }

    [Fact]
    public async Task One_that_came_before_its_copy_was_counted_is_not_mailed()
    {
        var message = Make.Message(world.Now) with { Channel = ContactChannel.Form };
        Assert.True(await world.Get<ContactMessages>().Add(message, None));
        await using var other = await world.Beside(new WorldOptions { Settings = new Dictionary<string, string?> { ["Mail:IncludeContent"] = "true" } });

        var letter = (await other.GetAll<ILetterRenderer>().Single(each => each.Kind == ContactNotice.Name).Render($"{message.Id}", None))!;

        Assert.DoesNotContain(message.Message, letter.Body.Text, StringComparison.Ordinal);
    }

    private async Task SweepOn(DateOnly day)
    {
        world.MoveTo(day);
        Assert.Empty((await world.Get<Sweep>().Run(Decider.Sweep, None)).Unfinished);
    }

    private async Task<IReadOnlyList<MailToDestroy>> Tasks() => await world.Get<MailCopies>().ToDestroy(None).ToListAsync();

    private async Task<Certificate> Certificate() => (await world.Get<Certificates>().NewestFirst(null, 1, None).FirstAsync()).Read();

    private async Task<(int Status, string Body)> Confirm(Id message, DateOnly? on = null)
    {
        var answer = await Answer.Of<ConfirmMailDestroyed>(world, (function, request) => function.Run(request, $"{message}", None), on is { } day ? new { destroyedOn = day.Iso() } : new { });
        return ((int)answer.Status, answer.Body);
    }

    private async Task<JsonElement> Erase(object body)
    {
        var answer = await Answer.Of<EraseSubject>(world, (function, request) => function.Run(request, None), body);
        return JsonDocument.Parse(answer.Body).RootElement;
    }
}
