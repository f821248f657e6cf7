using WelWee3D.Audit;
using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Retention.Running;
using WelWee3D.Retention.Shown;
using WelWee3D.Staff;

namespace WelWee3D.Exports;

/// <summary>
/// Makes a package of everything about one person, or of what she gave herself, and the link under which that person can fetch it for a week. Who
/// asks for it again gets another.
/// </summary>
public sealed class ExportSubject(
    FrontDoor door, ExportPackages packages, PackageWriter writer, SubjectRecords records, SubjectKeys keys, PackageMaking making, LongWork work, ExportLinks links,
    AuditTrail trail, RetentionRules rules, TimeProvider clock)
{
    [Function(nameof(ExportSubject))]
    [Describes(
        "Makes a package of everything about one person, and the link by which she fetches it for a week.", Body = [typeof(Form)],
        Example = """{"email": "eva@example.nl"}""", Status = 201, Answer = typeof(Made), Also = [202, 409, 428], Headers = ["Prefer"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/subjects/export")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async caller =>
        {
            var read = await SubjectForm.From<Form>(request, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var form = read.Value;
            var matches = await records.Match(form.Values(keys), form.Named, cancellation);
            if (matches.Strangers.Count > 0)
                return Answers.Invalid(SubjectAnswers.Strangers(matches));
            var contents = writer.Contents(matches.Records, matches.CopiesToDestroy, matches.MailToDestroy, form.For);
            if (contents.Count == 0 && matches.Apart.Count == 0)
                return Answers.NotFound("person");
            if (contents.Count == 0)
                return Answers.Conflict(
                    "named", "Nothing is surely theirs: look at each record below, and name those that are.", "apart", FoundItem.Of(matches.Apart));
            // Her body goes with it: she reads who gave it out, and why.
            if (Scans(matches, contents).Any() && StatedReason.Of(request) is null)
                return StatedReason.Required();
            var id = Id.New(clock.GetUtcNow());
            var package = new ExportPackage(
                id, [.. form.Values(keys).SelectMany(value => value.Subjects)], contents, links.Hash(id), Right: form.For, Recipient: form.Recipient);
            return await Make(request, package, matches, form.FirstField, caller, cancellation);
        });

    private async Task<IResult> Make(
        HttpRequest request, ExportPackage package, Matches matches, string field, Caller caller, CancellationToken cancellation)
    {
        var address = ApiPaths.Of(request, $"exports/{links.Token(package.Id)}");
        Made Told(Id? run) => new(package.Id, address, package.Retention(rules, clock.Today()), package.FetchableUntil(rules), FoundItem.Of(matches.Apart), matches.NotUnderstood, run);

        await packages.Begin(package, cancellation);
        foreach (var scan in Scans(matches, package.Records))
            await trail.WriteHandedOut(HandedOut.Package, caller, Role.Privacy, request, scan);
        var asked = work.New(RunKind.Export, caller.Id, package.Subjects, [$"{new Item(ExportPackage.Kind, package.Id)}"]);
        return await work.Answer(
            request, asked,
            async enough => await making.Make(asked, enough)
                ? Answers.Created(address, Told(run: null))
                : Answers.Conflict(field, "Some of it was destroyed while the package was being made: ask again."),
            cancellation, run => Told(run));
    }

    private static IEnumerable<Item> Scans(Matches matches, IReadOnlySet<Id> contents) =>
        from part in matches.Records.SelectMany(record => record.Parts)
        // What is left of one that moved is not in it.
        where part.Item.Kind == Scan.Kind && part.Retention.Rule != RetentionSchedule.ScanMoved.Name && contents.Contains(part.Item.Id)
        select part.Item;

    private sealed record Form : SubjectForm
    {
        public PackageRight For { get; init; }

        public SendTo? SendTo { get; init; }

        public PackageRecipient? Recipient => SendTo is { } to
            ? new(to.Name!, MailAddresses.Kept(to.Email!), MailAddresses.Kept(Email!.Trim()), to.Language ?? "nl")
            : null;

        protected override Problems Problems()
        {
            var problems = base.Problems();
            if (SendTo is null)
                return problems;
            if (For != PackageRight.Portability)
                problems.Add("sendTo", "Is for portability alone: what a person has access to goes to nobody else.");
            if (string.IsNullOrWhiteSpace(Email) && !string.IsNullOrWhiteSpace(Phone))
                problems.Add("email", "Is required with sendTo: the person is told to whom it was sent.");
            problems.CheckText("sendTo.name", SendTo.Name, SendTo.LongestName);
            problems.CheckEmail("sendTo.email", SendTo.Email);
            if (SendTo.Language is { } language)
                problems.CheckLanguage("sendTo.language", language);
            return problems;
        }
    }

    /// <summary>Whom the person named, and the language that the letters are in.</summary>
    private sealed record SendTo
    {
        public const int LongestName = 200;

        public string? Name { get; init => field = value?.Trim(); }

        public string? Email { get; init => field = value?.Trim(); }

        public string? Language { get; init; }
    }

    /// <param name="FetchableUntil">The last day on which the link works.</param>
    /// <param name="NotUnderstood">What leads to her and this version does not know or cannot read: it is not in the package.</param>
    private sealed record Made(
        Id Id, string Link, Derivation Retention, DateOnly FetchableUntil, IReadOnlyList<FoundItem> Apart, IReadOnlyList<Unfinished> NotUnderstood, Id? Run);
}
