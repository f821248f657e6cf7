using WelWee3D.Tests.PrivacyRequests;
using WelWee3D.Tests.Retention.DieAnywhere;

namespace WelWee3D.Tests.Retention;

/// <summary>In Azure each timer runs on instances of its own: what one function knows, another finds in storage or not at all.</summary>
public sealed class OwnProcessesTests : OwnWorld
{
    [Fact]
    public async Task A_night_and_its_morning_are_right_with_each_function_in_a_process_of_its_own()
    {
        var work = world.Get<LongWork>();
        var asked = await world.Get<OpenRuns>().Add(work.New(RunKind.Sweep, "officer"), default);
        await world.Get<OpenRuns>().Leave(asked, default);
        var due = await world.Given.Message(on: world.Today.AddYears(-6));

        await SweepingProcess.Run<GoOnWithRuns>(world);
        Assert.Null(await world.Get<ContactMessages>().Find(due.Id, default));
        Assert.True((await world.Get<RunLog>().Find(asked.Id, default))!.Complete);

        // The day has its complete run: the hour after it leaves what became due since to the night.
        var later = await world.Given.Message(on: world.Today.AddYears(-6));
        await SweepingProcess.Run<SweepAgain>(world);
        Assert.NotNull(await world.Get<ContactMessages>().Find(later.Id, default));
        await SweepingProcess.Run<SweepExpired>(world);
        Assert.Null(await world.Get<ContactMessages>().Find(later.Id, default));
        Assert.True((await CertificateChain.Verify(world.Get<Certificates>().All(default))).Intact);

        await SweepingProcess.Run<VerifyChain>(world);
        Assert.True((await world.Get<ChainVerification>().Last(default))!.IsWhole);

        await world.Given.Message(on: world.Today.AddYears(-5).AddDays(3));
        await SweepingProcess.Run<RemindDeadlines>(world);
        Assert.Contains("1 contactbericht", await world.Letter(ReminderLetter.Name), StringComparison.Ordinal);
        await SweepingProcess.Run<Reconcile>(world);
        Assert.Empty((await world.Get<RunLog>().NewestFirst(null, 1, default).FirstAsync()).Unfinished);
    }

    [Fact]
    public async Task What_was_shown_by_one_instance_is_erased_by_another()
    {
        var message = await world.Given.Message("eva@example.nl");
        await using var another = world.Beside();

        await world.Erase(new { email = "eva@example.nl" }, another);

        Assert.Null(await world.Get<ContactMessages>().Find(message.Id, default));
    }
}
