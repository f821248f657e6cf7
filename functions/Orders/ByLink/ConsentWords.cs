using WelWee3D.Audit;
using WelWee3D.Consent;
using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using WelWee3D.Staff;

namespace WelWee3D.Orders.ByLink;

/// <summary>The words of a client's page about consent.</summary>
internal sealed class ConsentWords(string language) : Bilingual(language)
{
    public string Title => Either("Je toestemming", "Your consent");

    public string Intro => Either(
        "Jij bepaalt wat er met een scan van je lichaam mag. Je kunt altijd van gedachten veranderen, met één druk op de knop.",
        "It is for you to say what may be done with a scan of your body. You can change your mind at any time, with one press of a button.");

    public string Refused => Either(
        "Je antwoord is niet vastgelegd: er is intussen iets veranderd. Lees hieronder hoe het nu staat en kies opnieuw.",
        "Your answer was not taken down: something has changed meanwhile. Read below how things stand now, and choose again.");

    public string NotAnswered => Either("Je hebt hier nog niets over gezegd.", "You have not said anything about this yet.");

    public string WhatWasAnswered => Either("Lees waarop je hebt geantwoord", "Read what you answered");

    public string AllAnswers => Either("Alles wat je hebt geantwoord", "All that you answered");

    public string WhoLooked => Either("Wie heeft je scan bekeken?", "Who looked at your scan?");

    public string ItsText => Either("Lees de tekst van toen", "Read the text of then");

    public string Unchanged => Either("Er is niets veranderd.", "Nothing was changed.");

    public string WhenGone => Either("Wanneer is je scan weg?", "When will your scan be gone?");

    public string NoScans => Either(
        "Er is nu geen scan van je. Is er een, dan staat hier op welke dag hij uiterlijk weg is, en waarom dan.",
        "There is no scan of you now. Once there is, this tells by which day it will be gone, and why then.");

    public string WorkedOut => Either("Hoe is dat berekend?", "How was that worked out?");

    public string Nobody => Either(
        "Niemand. Wie je scan opent, moet daar een reden voor geven, en staat dan hier met de dag en die reden.",
        "Nobody. Who opens your scan must give a reason for it, and is then told here with the day and that reason.");

    public string EachLook => Either(
        "Elke keer dat iemand van de praktijk je scan opent of uitgeeft, komt er een regel bij.",
        "Each time that somebody of the practice opens your scan or gives it out, a line is added.");

    public string YouGetProof => Either("Als het weg is, krijg je van ons een bewijs.", "When it is gone, you get a proof from us.");

    public string Request => Either("Doe een verzoek", "Make a request");

    public string Disagree => Either("Nee, liever niet", "No, rather not");

    public string Withdrawing => Either("Wil je dit intrekken?", "Do you want to withdraw this?");

    public string More => Either(
        "Wil je alles zien wat we van je hebben, het meenemen, iets laten verbeteren of alles laten wissen? Bel of mail ons en noem het kenmerk hierboven, of:",
        "Would you like to see all that we have about you, take it along, have something corrected, or have all of it erased? Call or write to us and mention the reference above, or:");

    public string GoneTitle => Either("Deze link werkt niet meer", "This link no longer works");

    public string GoneText => Either(
        "Misschien is hij niet helemaal overgenomen, of is er niets meer om op te antwoorden. Neem gerust contact met ons op.",
        "Perhaps it was not copied in full, or there is nothing left to answer. Do get in touch with us.");

    public string Heading(Purpose purpose) => purpose switch
    {
        Purpose.MakeFigurine => Either("Van je scan je beeldje maken", "Making your figurine from your scan"),
        Purpose.KeepScan => Either("Je scan vijf jaar bewaren", "Keeping your scan for five years"),
        _ => Either("Je scan laten zien als voorbeeld", "Showing your scan as an example"),
    };

    public string Agree(Purpose purpose) => purpose switch
    {
        Purpose.MakeFigurine => Either("Ja, maak mijn beeldje", "Yes, make my figurine"),
        Purpose.KeepScan => Either("Ja, bewaar mijn scan", "Yes, keep my scan"),
        _ => Either("Ja, laat mijn scan zien", "Yes, show my scan"),
    };

    /// <summary>To take nothing back.</summary>
    public string Leave(Purpose purpose) => purpose switch
    {
        Purpose.MakeFigurine => Either("Maak mijn beeldje", "Make my figurine"),
        Purpose.KeepScan => Either("Bewaar mijn scan", "Keep my scan"),
        _ => Either("Mijn scan mag getoond worden", "My scan may be shown"),
    };

    public string Kept(KeptScan scan, DateOnly today) => scan.Retention.DueOn is { } due
        ? Gone(scan.ScannedOn, due, scan.Retention.Deadline, scan.CopiesOnDisk, today)
        : Either(
            $"Je scan van {Day(scan.ScannedOn)}: blijft voorlopig, omdat er een beperking op rust.",
            $"Your scan of {Day(scan.ScannedOn)}: stays for now, because a restriction rests on it.");

    public string Withdraw(AskedPurpose asked) => asked.Purpose switch
    {
        Purpose.MakeFigurine => Either("Ja, ik wil geen beeldje meer", "Yes, I no longer want a figurine"),
        Purpose.KeepScan when asked.GoesOnWithdrawal.Count > 0 => Either("Ja, vernietig mijn scan", "Yes, destroy my scan"),
        Purpose.KeepScan => Either("Ja, bewaar mijn scan niet", "Yes, do not keep my scan"),
        _ => Either("Ja, laat mijn scan niet meer zien", "Yes, stop showing my scan"),
    };

    /// <summary>What withdrawing would bring about, and that a figurine cannot be made again.</summary>
    public string Meaning(AskedPurpose asked, ConsentOverview overview) => (asked.Purpose, overview.State) switch
    {
        (Purpose.MakeFigurine, OrderState.Open) => NoFigurine + (asked.GoesOnWithdrawal.Count, overview.Scans.Count) switch
        {
            (0, 0) => "",
            (0, _) => $" {SameDay}",
            _ => Either(
                " Tot je scan weg is, kun je hier nog van gedachten veranderen. Dit gaat dan weg:",
                " Until your scan is gone you can still change your mind here. This goes then:"),
        },
        (Purpose.MakeFigurine, OrderState.Cancelled) => Either(
            "Je bestelling is geannuleerd: we maken toch al geen beeldje van je scan.",
            "Your order was cancelled: we make no figurine from your scan anyway.") + $" {SameDay}",
        (Purpose.MakeFigurine, _) => Either(
            "Dan maken we van je scan geen nieuw beeldje meer. Het beeldje dat al is verstuurd, is van jou.",
            "Then we make no new figurine from your scan. The one that was sent is yours."),
        (Purpose.KeepScan, OrderState.Cancelled) when asked.GoesOnWithdrawal.Count == 0 => SameDay,
        (Purpose.KeepScan, OrderState.Open) when overview.WantsNoFigurine && asked.GoesOnWithdrawal.Count == 0 => SameDay,
        (Purpose.KeepScan, OrderState.Open) => Either(
            "Dan vernietigen we je scan binnen twee maanden nadat je beeldje is verstuurd. Raakt het daarna kwijt of beschadigd, dan kunnen we het zonder nieuwe scan niet opnieuw maken.",
            "Then we destroy your scan within two months after your figurine was sent. Should it be lost or damaged after that, we cannot make it again without a new scan."),
        (Purpose.KeepScan, _) when asked.GoesOnWithdrawal.Count == 0 => Either(
            "Raakt je beeldje kwijt of beschadigd, dan kunnen we het zonder nieuwe scan niet opnieuw maken. De dag waarop je scan weggaat, verandert er nu niet door.",
            "Should your figurine be lost or damaged, we cannot make it again without a new scan. For now it does not change the day on which your scan goes."),
        (Purpose.KeepScan, _) => Either(
            "Raakt je beeldje kwijt of beschadigd, dan kunnen we het zonder nieuwe scan niet opnieuw maken. Dit gaat dan weg:",
            "Should your figurine be lost or damaged, we cannot make it again without a new scan. This goes then:"),
        _ => Either(
            "Dan laten we je scan niet meer zien. Hoe lang we hem bewaren verandert er niet door.",
            "Then we stop showing your scan. How long we keep it does not change."),
    };

    /// <summary>Only a yes to keeping it can do that.</summary>
    public string EarlierByYes => Either(
        "Let op: de vijf jaar tellen vanaf de dag van je scan. Zeg je ja, dan gaat dit eerder weg dan nu:",
        "Mind: the five years count from the day of your scan. If you say yes, this goes earlier than it would now:");

    public string EarlierByNo => Either("Let op: zeg je nee, dan gaat dit eerder weg dan nu:", "Mind: if you say no, this goes earlier than it would now:");

    public string Goes(GoesEarlier goes, DateOnly today) => Gone(goes.ScannedOn, goes.DueOn!.Value, goes.Deadline, goes.CopiesOnDisk, today);

    public string Answer(ConsentAnswer? answer) => answer switch
    {
        ConsentAnswer.Yes => Either("ja", "yes"),
        ConsentAnswer.No => Either("nee", "no"),
        ConsentAnswer.Withdrawn => Either("ingetrokken", "withdrawn"),
        _ => Either("onbekend", "unknown"),
    };

    public string Given(AnsweredText answer) => answer.Channel switch
    {
        Channel.Paper => Either($"op {Day(answer.GivenOn)}, op papier", $"on {Day(answer.GivenOn)}, on paper"),
        Channel.Form => Either($"op {Day(answer.GivenOn)}, met het formulier", $"on {Day(answer.GivenOn)}, by the form"),
        Channel.Mail => Either($"op {Day(answer.GivenOn)}, per mail", $"on {Day(answer.GivenOn)}, by mail"),
        Channel.Phone => Either($"op {Day(answer.GivenOn)}, aan de telefoon", $"on {Day(answer.GivenOn)}, by phone"),
        Channel.Link => Either($"op {Day(answer.GivenOn)}, op deze pagina", $"on {Day(answer.GivenOn)}, on this page"),
        _ => Either($"op {Day(answer.GivenOn)}", $"on {Day(answer.GivenOn)}"),
    };

    /// <summary>One line of all that was answered.</summary>
    public string Told(AnsweredText answer) =>
        $"{(answer.Purpose is { } purpose ? Heading(purpose) : Either("Iets anders", "Something else"))}: {Answer(answer.Answer)}, {Given(answer)}";

    public string Told(ScanLook look)
    {
        var who = look.Role == Role.Privacy
            ? Either("de medewerker voor privacy", "the privacy officer")
            : Either("een medewerker", "a member of staff");
        var what = look.Kind switch
        {
            LookKind.Package => Either(
                " maakte een pakket van wat er van je is, met je scan erin", " made a package of what there is of you, with your scan in it"),
            LookKind.TakeOut => Either(
                " haalde alles op wat de praktijk heeft, ook je scan", " took along all that the practice has, your scan too"),
            _ => "",
        };
        return look.Reason is { } reason
            ? $"{Day(look.On)}: {who}{what}. {Either("De reden", "The reason")}: {reason}"
            : $"{Day(look.On)}: {who}{what}.";
    }

    private string NoFigurine => Either(
        "Dan maken en versturen we geen beeldje meer, en nemen we geen scan meer aan. We bellen of mailen je over je bestelling.",
        "Then we no longer make or send a figurine, and take no further scan. We will call or write to you about your order.");

    private string SameDay => Either(
        "De dag waarop je scan weggaat, verandert er niet door: die staat hieronder.",
        "It does not change the day on which your scan goes: that stands below.");

    /// <summary>When the file goes, and when the copies on disks, which staff wipe by hand once it has. A night that is past is the next one.</summary>
    private string Gone(DateOnly scannedOn, DateOnly due, DateOnly deadline, int onDisk, DateOnly today)
    {
        var night = due > today ? Either($"in de nacht van {Day(due)}", $"in the night of {Day(due)}") : Either("in de eerste nacht die komt", "in the first night to come");
        var file = Either($"Je scan van {Day(scannedOn)}: weg {night}.", $"Your scan of {Day(scannedOn)}: gone {night}.");
        if (onDisk == 0)
            return file;
        var copies = onDisk == 1 ? Either("De kopie op onze schijf", "The copy on our disk") : Either("De kopieën op onze schijven", "The copies on our disks");
        return $"{file} {copies} " + (deadline > today && deadline >= due
            ? Either($"wissen we zelf, uiterlijk op {Day(deadline)}.", $"we wipe ourselves, on {Day(deadline)} at the latest.")
            : Either("wissen we daarna zelf, zo snel als we kunnen.", "we wipe ourselves after that, as soon as we can."));
    }
}
