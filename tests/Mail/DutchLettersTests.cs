using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;

namespace WelWee3D.Tests.Mail;

/// <summary>A letter in Dutch is in Dutch, whatever it has to tell.</summary>
public sealed partial class DutchLettersTests() : OwnWorld(new()
{
    ClockLimits = ClockLimits.Usual, Settings = new Dictionary<string, string?> { ["Contact:Colleagues:0"] = "planning=planning@voorbeeld.nl" },
})
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task No_letter_holds_a_sentence_in_English()
    {
        var letters = new Dictionary<string, string>
        {
            [UndeliveredLetter.Name] = $"{ContactReceipt.Name}|{world.NewId()}",
            [BlobUnclaimedLetter.Name] = $"{(await world.Given.StrayBlob("found/here.stl")).Id}",
            [ScanRejectedLetter.Name] = await Rejected(),
            [ReconciledLetter.Name] = $"{(await Left(RunKind.Reconcile)).Id}",
            [OpenOrder.Letter] = $"{(await world.Given.Order(world.Given.NewAddress())).Id}",
            [ScanDestroyedLetter.Name] = await Destroyed(),
            [NoFigurineLetter.Name] = $"{(await world.Given.Order(world.Given.NewAddress(), agreed: order => order with { Consents = [Make.Agreed(world.Now) with { Answer = ConsentAnswer.No }] })).Id}",
            [ContactNotice.Name] = $"{await Written()}",
            [ContactReceipt.Name] = $"{await Written()}",
            [ForwardedLetter.Name] = ForwardedLetter.Of(await Written("planning"), "planning").Reference,
            [ConfirmLetter.Name] = $"{(await Requested(request => request with { Channel = RequestChannel.Website })).Id}",
            [ReceivedLetter.Name] = $"{(await Requested(request => request with { Kind = RequestKind.Complaint })).Id}",
            [RequestNotice.Name] = $"{(await Requested(request => request)).Id}",
            [CodeLetter.Name] = $"{(await Requested(request => request with { Identity = new(world.Today, Codes: 1) })).Id}|1",
            [ExtendedLetter.Name] = $"{(await Requested(request => request with { Extension = new(world.Today, "officer", "Veel werk.") })).Id}",
            [LiftingLetter.Name] = $"{(await Requested(request => request.Writing(LiftingLetter.Name, world.Now))).Id}",
            [ClosedLetter.Name] = $"{(await Requested(request => (request with { Closing = new(world.Today, "officer", RequestOutcome.Refused, "15(4)", "Helaas.") }).Writing(ClosedLetter.Name, world.Now))).Id}",
            [PackageLetter.Name] = $"{await Sent()}",
            [PackageNotice.Name] = $"{await Sent()}",
            [NoticeLetter.Name] = $"{(await world.Given.Notice(world.Given.NewAddress())).Id}",
            [ReminderLetter.Name] = await Reminder(),
        };

        Assert.Equal(world.GetAll<ILetterRenderer>().Select(each => each.Kind).Order(), letters.Keys.Order());
        foreach (var renderer in world.GetAll<ILetterRenderer>())
        {
            var letter = await renderer.Render(letters[renderer.Kind], None);
            Assert.NotNull(letter);
            Assert.DoesNotMatch(English(), letter.Subject + "\n" + letter.Body.Text);
        }
    }

    [Fact]
    public void Every_reason_for_which_a_file_is_rejected_has_its_Dutch_words()
    {
        var reasons = Damage.All.Select(damage => damage.With(7, 8, 9)).ToList();

        Assert.All(reasons, reason => Assert.DoesNotContain("Bij de scan staat waarom", Told(reason), StringComparison.Ordinal));
        Assert.All(reasons.Append("Something of tomorrow."), reason => Assert.DoesNotMatch(English(), Told(reason)));
        Assert.Contains("Regel 7: hier werd 'facet' verwacht.", Told("Line 7: 'facet' was expected."), StringComparison.Ordinal);
    }

    private string Told(string reason) => ScanNotices.Rejected("praktijk@example.nl", world.NewId(), world.NewId(), reason).Body.Text;

    private async Task<Id> Sent()
    {
        var package = new ExportPackage(world.NewId(), [], new HashSet<Id>(), "", Recipient: new("Studio Klei", "studio@voorbeeld.nl", Make.Email, "nl"));
        Assert.True(await world.Get<ExportPackages>().Make(package, async (stream, token) => await stream.WriteAsync(Make.File, token), None));
        return package.Id;
    }

    private async Task<Id> Written(string? forwardedTo = null)
    {
        var message = Make.Message(world.Now, world.Given.NewAddress()) with { ForwardedTo = forwardedTo };
        Assert.True(await world.Get<ContactMessages>().Add(message, None));
        return message.Id;
    }

    private Task<PrivacyRequest> Requested(Func<PrivacyRequest, PrivacyRequest> agreed) => world.Given.Request(world.Given.NewAddress(), agreed: agreed);

    private async Task<string> Destroyed()
    {
        var order = await world.Given.OrderWithScan(world.Given.NewAddress());
        await world.Given.Change(order, found => found.With(found.Scans[0] with { DestructionAskedOn = world.Today, Copies = [Make.Copy(world.Now)] }));
        await world.Get<Sweep>().Run(Decider.Sweep, None);
        return ScanDestroyedLetter.Of(order.Id, order.Scans[0].Id).Reference;
    }

    private async Task<string> Rejected()
    {
        var order = await world.Given.OrderWithScan(world.Given.NewAddress(), file: "no scan at all"u8.ToArray());
        return $"{order.Id}|{order.Scans[0].Id}";
    }

    /// <summary>A run that left something for every reason that there is.</summary>
    private async Task<Run> Left(string kind)
    {
        var tally = new RunTally(kind, "officer", world.Clock);
        foreach (var why in (string[])
            [Unfinished.UnknownKind, Unfinished.Unreadable, Unfinished.Busy, Unfinished.UnconfirmedDay, Unfinished.Stopped,
                $"{Unfinished.StorageAnswered}503 ServerBusy", "its file is missing", nameof(InvalidOperationException)])
            tally.Leave($"message|{world.NewId()} and 12 more", why);
        tally.Leave(Unfinished.TheRest, Unfinished.Busy);
        tally.Leave("blob of 684 bytes", Unfinished.Busy);
        foreach (var what in (string[])["due-row", "subject-row", "index-row", "leftover-row", "blob", "destruction-task"])
            tally.CountRepaired(what);
        return await world.Get<RunLog>().Add(tally.ToRun(), None);
    }

    /// <summary>The letter of a morning on which there is something of everything.</summary>
    private async Task<string> Reminder()
    {
        var (erased, stalled) = (await world.Given.OrderWithScan(disks: ["SCHIJF-1", "SCHIJF-2"]), await world.Given.OrderWithScan("bea@example.nl"));
        await world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(erased), "officer", None);
        await world.Get<DestroyedScans>().Confirm(erased.Scans[0].Id, erased.Scans[0].Copies[0].Id, null, "staff", None);
        await world.Get<Sweep>().Run(Decider.Sweep, None);
        world.MoveTo(stalled.Scans[0].ScannedOn.AddYears(1));
        await world.Given.Notice(world.Given.NewAddress(), agreed: notice => notice with { MadeOn = world.Today.AddDays(-14) });
        await Left(RunKind.Sweep);
        await world.Storage.Table(DestructionTasks.TableName).AddEntityAsync(new TableEntity("open", "scan-1") { ["Task"] = "?" });
        await world.Function<RemindDeadlines>().Run(new TimerInfo(), None);
        return world.Today.Iso();
    }

    // None of these is a Dutch word, or in the name of anything.
    [GeneratedRegex(@"\b(the|and|that|this|not|cannot|answered|more|which|file|knows|somebody|nobody|stopped|missing)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();

    [GeneratedRegex("\"([^\"]+\\.)\"")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
