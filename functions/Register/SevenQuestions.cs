using WelWee3D.PrivacyRequests;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using WelWee3D.Statement;

namespace WelWee3D.Register;

/// <summary>Where an answer can be checked.</summary>
/// <param name="Page">Of the staff console.</param>
/// <param name="Route">Of the API, where the same stands.</param>
public sealed record AnswerProof(string What, string Page, string Route);

/// <param name="Answer">Sentences.</param>
public sealed record AnsweredQuestion(string Name, string Question, IReadOnlyList<string> Answer, IReadOnlyList<AnswerProof> Proofs);

/// <summary>What Europe's authorities asked in 2025 of whoever has to erase, with the answers of the moment.</summary>
public sealed record SevenQuestionsView(DateOnly AsOf, string Language, IReadOnlyList<AnsweredQuestion> Items);

/// <summary>
/// The seven points at which the authorities found fault in their coordinated action of 2025 on the right to erasure, each answered from
/// what runs: rules, registers, runs and chain.
/// </summary>
public sealed class SevenQuestions(
    YearlyReport report, RetentionRules rules, RecordKinds kinds, DryRun dryRun, RecoveryWindows windows, RunLog runs, LastSweep last, ChainVerification chain,
    Certificates certificates, TimeProvider clock)
{
    // Of runs other than the nightly sweep there are few.
    private const int RunsLookedAt = 500;

    // The last day of the calendar stands for what nothing makes due.
    private static readonly DateOnly LastDue = DateOnly.MaxValue.AddDays(-1);

    public async Task<SevenQuestionsView> In(string language, CancellationToken cancellation)
    {
        var (words, today) = (PlainWords.In(language), clock.Today());
        var year = await report.Of(today.Year, language, cancellation);
        return new(today, language,
        [
            Procedure(year, words), Information(today, words), await Exceptions(words, cancellation), await Periods(year, words, cancellation),
            await Backups(words, cancellation), await Anonymising(words, cancellation), await Sameness(words, cancellation),
        ]);
    }

    private static AnsweredQuestion Procedure(YearlyReportView year, PlainWords words) => new(
        "procedure", words.Either("Is er een vaste werkwijze voor wie vraagt om te wissen?", "Is there a set procedure for who asks to be erased?"),
        [
            words.Either(
                "Elk verzoek komt in één register, hoe het ook binnenkomt, en krijgt een laatste dag die op de kalender is uitgerekend.",
                "Each request is put in one register, however it comes in, and gets a last day that is worked out on the calendar."),
            words.Either(
                "Een verzoek wordt pas beantwoord als vaststaat wie het deed; blijft dat onbekend, dan wordt het om die reden geweigerd. De app laat eerst zien wat er van haar is, en wist daarna precies dat.",
                "A request is answered only once it is known who made it; where that stays unknown it is refused for that reason. The app shows first what there is of her, and after that it erases exactly that."),
            words.Either(
                $"Dit jaar: {year.Requests.Received} ontvangen, {year.Requests.Answered} beantwoord, waarvan {year.Requests.InTime} op tijd; {year.Requests.Open} staan open.",
                $"This year: {year.Requests.Received} received, {year.Requests.Answered} answered, {year.Requests.InTime} of these in time; {year.Requests.Open} are open."),
        ],
        [new(words.Either("het register van verzoeken", "the register of requests"), "/staff/requests", "privacy-requests")]);

    private static AnsweredQuestion Information(DateOnly today, PlainWords words)
    {
        var statement = StatementVersions.InForce(today);
        return new(
            "information", words.Either("Weten mensen dat ze dit mogen vragen, en wat er dan gebeurt?", "Do people know that they may ask, and what happens then?"),
            [
                words.Either(
                    $"De privacyverklaring, versie {statement.Version}, geldt sinds {words.Date(statement.InForceFrom)} en noemt {statement.Promises.Count} bewaartermijnen met hun reden, en alle rechten.",
                    $"The privacy statement, version {statement.Version}, is in force since {words.Date(statement.InForceFrom)} and tells {statement.Promises.Count} terms with their reasons, and all rights."),
                words.Either(
                    "Wie vraagt, krijgt een brief bij ontvangst, met de laatste dag, en een brief met het antwoord; bij een weigering ook met de grond en de weg naar de toezichthouder. Wie een scan had, krijgt het bewijs dat die weg is.",
                    "Who asks gets a letter on receipt, with the last day, and a letter with the answer; with a refusal also the ground and the way to the authority. Who had a scan gets the proof that it is gone."),
            ],
            [new(words.Either("de privacyverklaring", "the privacy statement"), "/staff/documents/statement", "statement")]);
    }

    private async Task<AnsweredQuestion> Exceptions(PlainWords words, CancellationToken cancellation)
    {
        var held = await dryRun.All(LastDue, cancellation).CountAsync(record => record.Retention.SuspendedBy.Any(by => by.Kind == Suspension.Hold), cancellation);
        var grounds = Ground.Of(RequestKind.Erasure).ToList();
        return new(
            "exceptions", words.Either("Wanneer wordt niet gewist, en wie beslist dat?", "When is something not erased, and who decides that?"),
            [
                words.Either(
                    $"Een weigering heeft een grond uit een vaste lijst van {grounds.Count}, en die staat in de brief: {string.Join("; ", grounds.Select(ground => Article.Of(ground.Article).Dutch))}.",
                    $"A refusal has a ground from a fixed list of {grounds.Count}, which is in the letter: {string.Join("; ", grounds.Select(ground => Article.Of(ground.Article).English))}."),
                words.Either(
                    $"Een bewaarplicht met een reden en een laatste dag houdt iets tegen; daarna gaat het alsnog. Verder blijft een verzoek tot het is beantwoord, en een bestelling tot de brief met het bewijs weg is. Een aanvaarde offerte blijft {words.Length(RetentionSchedule.AcceptedQuote.Term)} omdat de belastingwet dat vraagt.",
                    $"A hold with a reason and a last day keeps something; after it, it goes all the same. Besides, a request stays until it was answered, and an order until the letter with the proof has left. An accepted quote stays for {words.Length(RetentionSchedule.AcceptedQuote.Term)} since tax law asks for it."),
                words.Either($"Nu door een bewaarplicht tegengehouden: {held}.", $"Kept back by a hold now: {held}."),
            ],
            [new(words.Either("wat wordt tegengehouden", "what is kept back"), "/staff/retention", "retention/due")]);
    }

    private async Task<AnsweredQuestion> Periods(YearlyReportView year, PlainWords words, CancellationToken cancellation)
    {
        var completed = (await last.Find(cancellation))?.CompletedAt;
        return new(
            "periods", words.Either("Is van alles bepaald hoe lang het blijft, en houdt men zich daaraan?", "Is it settled for everything how long it stays, and is that held to?"),
            [
                words.Either(
                    $"Er zijn {RetentionSchedule.All.Count} regels, elk met een begin, een termijn en een reden. Gegevens van mensen hebben een regel of een vast einde; bewijs zonder persoonsgegevens blijft.",
                    $"There are {RetentionSchedule.All.Count} rules, each with a start, a term and a reason. Data of people has a rule or a set end; proof without personal data stays."),
                words.Either(
                    $"Dit jaar ging {year.Destroyed.OnTime} keer iets op tijd weg, en {year.Destroyed.Late} keer te laat.",
                    $"This year something went in time {year.Destroyed.OnTime} times, and late {year.Destroyed.Late} times."),
                completed is { } at
                    ? words.Either($"De laatste nachtelijke opruiming die alles afmaakte: {words.Moment(at)}.", $"The last nightly sweep that finished everything: {words.Moment(at)}.")
                    : words.Either("Er is nog geen opruiming geweest.", "There has been no sweep yet."),
            ],
            [
                new(words.Either("het bewaarconcept", "the retention concept"), "/staff/documents/concept", "retention/schedule"),
                new(words.Either("het jaarverslag", "the yearly report"), $"/staff/documents/report/{year.Year}", $"report/{year.Year}"),
            ]);
    }

    private async Task<AnsweredQuestion> Backups(PlainWords words, CancellationToken cancellation)
    {
        var recoverable = rules.RecoveryDays;
        var open = await windows.Until(DateOnly.MaxValue, cancellation).CountAsync(cancellation);
        var replay = await runs.NewestFirst(from: null, RunsLookedAt, cancellation).Take(RunsLookedAt).FirstOrDefaultAsync(run => run.Kind == RunKind.Replay, cancellation);
        return new(
            "backups", words.Either("Wat gebeurt er met kopieën en back-ups?", "What happens to copies and backups?"),
            [
                (recoverable == 0
                    ? words.Either("Een verwijderde scan is niet te herstellen.", "A deleted scan cannot be recovered.")
                    : words.Either(
                        $"Een verwijderde scan is nog {words.Length(Term.OfDays(recoverable))} te herstellen. Daarom gaat hij {words.Length(Term.OfDays(recoverable + 1))} eerder weg, zodat hij op de laatste dag echt weg is.",
                        $"A deleted scan can be recovered for {words.Length(Term.OfDays(recoverable))}. So it goes {words.Length(Term.OfDays(recoverable + 1))} earlier, and is really gone on the last day."))
                + words.Either(
                    $" Nu nog te herstellen: {open} {(open == 1 ? "vernietiging" : "vernietigingen")}.", $" Recoverable now: {open} {(open == 1 ? "destruction" : "destructions")}."),
                words.Of(RetentionConcept.NoBackup),
                words.Either(
                    "Wordt er toch iets teruggezet, dan wordt het vernietigingsregister nagelopen: wat vernietigd was, wordt opnieuw vernietigd.",
                    "Where something is restored all the same, the destruction ledger is replayed: what was destroyed is destroyed again.")
                + (replay is null
                    ? words.Either(" Dat is de laatste tijd niet nodig geweest.", " That was not needed lately.")
                    : words.Either($" Dat gebeurde het laatst op {words.Moment(replay.StartedAt)}.", $" That happened last on {words.Moment(replay.StartedAt)}.")),
                words.Either(
                    "Een kopie op een schijf of in een postvak van de praktijk is een taak die open blijft tot iemand bevestigt dat ze gewist is.",
                    "A copy on a disk or in a mailbox of the practice is a task that stays open until somebody confirms that it was wiped."),
            ],
            [new(words.Either("de taken van vandaag", "the tasks of today"), "/staff", "destruction-tasks"), new(words.Either("wat de app de laatste tijd deed", "what the app did lately"), "/staff/settings", "retention/runs")]);
    }

    private async Task<AnsweredQuestion> Anonymising(PlainWords words, CancellationToken cancellation)
    {
        var newest = await certificates.NewestFirst(from: null, perPage: 1, cancellation).Select(each => each.Read()).FirstOrDefaultAsync(cancellation);
        return new(
            "anonymising", words.Either("Wordt er gewist, of alleen anoniem gemaakt?", "Is data erased, or only made anonymous?"),
            [
                words.Either(
                    "Er wordt gewist. Een scan van een lichaam is nooit anoniem te maken, en wordt het dus ook niet.",
                    "It is erased. A scan of a body can never be made anonymous, and so it is not."),
                words.Either(
                    $"Wat overblijft is bewijs: {words.Number(newest?.Number ?? 0)} verklaringen tot nu toe, zonder naam of adres. Een gehashte verwijzing waarmee is na te gaan van wie het was, gaat {words.Length(RetentionSchedule.LineSubjects.Term)} na de vernietiging ook weg.",
                    $"What is left is proof: {words.Number(newest?.Number ?? 0)} certificates so far, without a name or an address. A keyed hash by which it can be told whose it was goes {words.Length(RetentionSchedule.LineSubjects.Term)} after the destruction as well."),
                words.Either(
                    "Bezoek aan de website wordt geteld zonder iets van wie keek: daar is niets om anoniem te maken.",
                    "Visits to the website are counted without anything of who looked: there is nothing to make anonymous."),
            ],
            [new(words.Either("de bewijzen", "the proofs"), "/staff/certificates", "retention/certificates"), new(words.Either("het register van verwerkingen", "the register of processing"), "/staff/documents/register", "register")]);
    }

    private async Task<AnsweredQuestion> Sameness(PlainWords words, CancellationToken cancellation)
    {
        var check = await chain.Last(cancellation);
        return new(
            "sameness", words.Either("Gaat het elke keer op dezelfde manier, wie er ook vraagt en wat het ook is?", "Is it done the same way each time, whoever asks and whatever it is?"),
            [
                words.Either(
                    $"Eén deel van de app vernietigt alles, {kinds.InOrder.Count} soorten gegevens, op dezelfde manier: of de nacht, een medewerker of een verzoek erom vraagt.",
                    $"One part of the app destroys everything, {kinds.InOrder.Count} kinds of data, in the same way: whether the night, a member of staff or a request asks for it."),
                words.Either(
                    "Van elke vernietiging komt één bewijs met dezelfde inhoud, in een keten die niet ongemerkt verandert.",
                    "Of each destruction there is one proof with the same content, in a chain that does not change unnoticed."),
                check switch
                {
                    null => words.Either("De keten is nog niet nagerekend.", "The chain has not been recomputed yet."),
                    { IsWhole: true } => words.Either($"De keten is nagerekend op {words.Moment(check.At)} en klopt.", $"The chain was recomputed on {words.Moment(check.At)} and holds."),
                    _ => words.Either($"De keten is nagerekend op {words.Moment(check.At)} en klopt niet: er wordt naar gekeken.", $"The chain was recomputed on {words.Moment(check.At)} and does not hold: it is being looked at."),
                },
            ],
            [new(words.Either("de keten, om na te rekenen", "the chain, to recompute"), "/staff/certificates", "retention/certificates/verify")]);
    }
}
