namespace WelWee3D.Tests.Mail;

/// <summary>
/// Each letter that there is, about somebody who speaks a language, in a world whose settings name a colleague. Who adds a letter
/// adds it here.
/// </summary>
internal sealed class EveryLetter(World world, string language)
{
    public const string Phone = "+31612345678";

    public static readonly WorldOptions Options = new()
    {
        ClockLimits = ClockLimits.Usual, Settings = new Dictionary<string, string?> { ["Contact:Colleagues:0"] = "planning=planning@voorbeeld.nl" },
    };

    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>By the kind of letter.</summary>
    public async Task<IReadOnlyDictionary<string, RenderedLetter>> Render()
    {
        var references = new Dictionary<string, string>
        {
            [UndeliveredLetter.Name] = $"{ContactReceipt.Name}|{world.NewId()}",
            [BlobUnclaimedLetter.Name] = $"{(await world.Given.StrayBlob("from disk/buik anna.stl")).Id}",
            [ScanRejectedLetter.Name] = await Rejected(),
            [ReconciledLetter.Name] = $"{(await Left(RunKind.Reconcile)).Id}",
            [OpenOrder.Letter] = $"{(await world.Given.Order(world.Given.NewAddress(), Phone, Speaking)).Id}",
            [ScanDestroyedLetter.Name] = await Destroyed(),
            [NoFigurineLetter.Name] = $"{(await world.Given.Order(world.Given.NewAddress(), Phone, order => Speaking(order) with { Consents = [Make.Agreed(world.Now) with { Answer = ConsentAnswer.No }] })).Id}",
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
            [QuoteLetter.Name] = $"{(await Quoted(quote => quote with { SentOn = world.Today })).Id}",
            [QuoteAcceptedLetter.Name] = $"{(await Quoted(quote => Make.Accepted(quote, world.Today))).Id}",
            [ReminderLetter.Name] = await Reminder(),
        };

        var renderers = world.GetAll<ILetterRenderer>().ToList();
        Assert.Equal(renderers.Select(each => each.Kind).Order(), references.Keys.Order());
        var letters = new Dictionary<string, RenderedLetter>();
        foreach (var renderer in renderers)
            letters[renderer.Kind] = (await renderer.Render(references[renderer.Kind], None))!;
        Assert.DoesNotContain(letters.Values, letter => letter is null);
        return letters;
    }

    private Task<Quote> Quoted(Func<Quote, Quote> agreed) =>
        world.Given.Quote(world.Given.NewAddress(), Phone, quote => agreed(quote with { Language = language, ValidUntil = world.Today.AddYears(2) }));

    private async Task<Id> Sent()
    {
        var package = new ExportPackage(world.NewId(), [], new HashSet<Id>(), "", Recipient: new("Studio Klei", "studio@voorbeeld.nl", Make.Email, language));
        Assert.True(await world.Get<ExportPackages>().Make(package, async (stream, token) => await stream.WriteAsync(Make.File, token), None));
        return package.Id;
    }

    private async Task<Id> Written(string? forwardedTo = null)
    {
        var message = Make.Message(world.Now, world.Given.NewAddress(), Phone) with { Locale = language, ForwardedTo = forwardedTo };
        Assert.True(await world.Get<ContactMessages>().Add(message, None));
        return message.Id;
    }

    private Task<PrivacyRequest> Requested(Func<PrivacyRequest, PrivacyRequest> agreed) =>
        world.Given.Request(world.Given.NewAddress(), Phone, request => agreed(request with { Language = language }));

    private Order Speaking(Order order) => order with { Client = order.Client with { Language = language } };

    private async Task<string> Destroyed()
    {
        var order = await world.Given.OrderWithScan(world.Given.NewAddress(), Phone, Speaking);
        await world.Given.Change(order, found => found.With(found.Scans[0] with { DestructionAskedOn = world.Today, Copies = [Make.Copy(world.Now)] }));
        await world.Get<Sweep>().Run(Decider.Sweep, None);
        return ScanDestroyedLetter.Of(order.Id, order.Scans[0].Id).Reference;
    }

    private async Task<string> Rejected()
    {
        var order = await world.Given.OrderWithScan(world.Given.NewAddress(), Phone, Speaking, "no scan at all"u8.ToArray());
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
        var (erased, stalled) = (
            await world.Given.OrderWithScan(world.Given.NewAddress(), agreed: Speaking, disks: ["SCHIJF-1", "SCHIJF-2"]),
            await world.Given.OrderWithScan(world.Given.NewAddress(), agreed: Speaking));
        await world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(erased), "officer", None);
        await world.Get<DestroyedScans>().Confirm(erased.Scans[0].Id, erased.Scans[0].Copies[0].Id, null, "staff", None);
        await world.Get<Sweep>().Run(Decider.Sweep, None);
        world.MoveTo(stalled.Scans[0].ScannedOn.AddYears(1));
        await world.Given.Notice(world.Given.NewAddress(), agreed: notice => notice with { MadeOn = world.Today.AddDays(-14) });
        await world.Given.MessageByMail(world.Given.NewAddress(), world.Today.AddYears(-5).AddDays(2));
        await Left(RunKind.Sweep);
        await world.Storage.Table(DestructionTasks.TableName).AddEntityAsync(new TableEntity("open", "scan-1") { ["Task"] = "?" });
        await world.Function<RemindDeadlines>().Run(new TimerInfo(), None);
        return world.Today.Iso();
    }
}
