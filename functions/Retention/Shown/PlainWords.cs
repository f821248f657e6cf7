namespace WelWee3D.Retention.Shown;

/// <summary>Retention told in whole sentences, in the language of whoever reads them.</summary>
public sealed class PlainWords
{
    private static readonly string[] DutchNumbers = ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];
    private static readonly string[] EnglishNumbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static readonly PlainWords Dutch = new("nl", "nl-NL");
    public static readonly PlainWords English = new("en", "en-GB");

    private readonly CultureInfo culture;

    private PlainWords(string language, string culture)
    {
        Language = language;
        this.culture = CultureInfo.GetCultureInfo(culture);
    }

    public string Language { get; }

    public static PlainWords In(string language) => language == "nl" ? Dutch : English;

    public string Either(string dutch, string english) => this == Dutch ? dutch : english;

    public string Date(DateOnly day) => day.ToString("d MMMM yyyy", culture);

    /// <summary>In Amsterdam, with the offset: an hour exists twice on an autumn night.</summary>
    public string Moment(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Amsterdam.Zone);
        var offset = local.Offset.Hours.ToString(CultureInfo.InvariantCulture);
        return local.ToString("d MMMM yyyy, HH:mm:ss", culture)
            + Either($" (Nederlandse tijd, UTC+{offset})", $" (Amsterdam time, UTC+{offset})");
    }

    public string Number(long number) => number.ToString("N0", culture);

    /// <summary>In figures. Versions of the statement print it, and stay as they were.</summary>
    public string Length(Term term) => Length(term, number => number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The same in a sentence: in words up to twelve.</summary>
    public string InWords(Term term) => Length(term, number => number < DutchNumbers.Length ? Either(DutchNumbers[number], EnglishNumbers[number]) : Number(number));

    public string Of(Words words) => Either(words.Dutch, words.English);

    public string Method(string method) => method switch
    {
        Certificates.Method => Either("Verwijderd uit de opslag, met elke kopie en momentopname; daarna opgezocht en niet gevonden.", method),
        Certificates.MethodOfUndo => Either("Door de opslag hersteld zolang dat nog kon, en sindsdien bewaard onder een ander kenmerk.", method),
        Certificates.MethodOfClosing => Either("Opnieuw opgezocht toen de hersteltermijn voorbij was: niet gevonden, en niets meer over dat te herstellen was.", method),
        _ => method,
    };

    public string Boundary(string told) => told switch
    {
        Retention.Boundary.Records => Either("De gegevens bij de kenmerken hieronder, in hun tabellen.", told),
        Retention.Boundary.Files => Either("De bestanden hieronder in het opslagaccount, met kopieën en momentopnamen.", told),
        Retention.Boundary.DeletedFiles => Either("Verwijderde bestanden die de opslag nog had kunnen herstellen.", told),
        Retention.Boundary.GivenBefore => Either(
            "Wat eerder al buiten de app was: beeldjes, brieven en mails, opgehaalde pakketten, bestanden die anderen kregen.", told),
        Retention.Boundary.StillRecoverable => Either(
            "Verwijderde bestanden die de opslag tot de genoemde dag kan herstellen; daarna volgt een slotverklaring.", told),
        Retention.Boundary.OpenMail => Either("De kopieën in postvakken die hier nog openstaan.", told),
        _ => told,
    };

    /// <summary>From rule to day of destruction, the same before as after.</summary>
    public string Derived(Derivation why)
    {
        var (start, last, destroyOn) = (Date(why.Start), Date(why.Deadline), Date(why.DestroyOn));
        var rule = RetentionSchedule.Find(why.Rule);
        var (name, starts) = rule is null
            ? (why.Rule, Either("het begin van de termijn", "the start of the term"))
            : (Of(rule.Words), Of(rule.Starts));
        var derived = why.Term == Term.None
            ? Either(
                $"Regel: {name}. Dat gaat voor elke bewaartermijn: {last}, {starts}, is de uiterste bewaardatum.",
                $"Rule: {name}. It goes before every term: {last}, {starts}, is the last day on which it may exist.")
            : Either(
                $"Regel: {name}. De termijn begint op {start}, {starts}; {InWords(why.Term)} later, {last}, is de uiterste bewaardatum.",
                $"Rule: {name}. The clock starts on {start}, {starts}; {InWords(why.Term)} later, {last}, is the last day on which it may exist.");
        if (why.Margin == 0)
            return derived;

        var recoverable = InWords(Term.OfDays(why.Margin - 1));
        return derived + (why.Margin == 1
            ? Either($" Dan moet het weg zijn: de dag van vernietigen is {destroyOn}.", $" It must be gone by then: the day to destroy it is {destroyOn}.")
            : Either(
                $" Een verwijderd bestand is nog {recoverable} te herstellen: daarom is de dag van vernietigen {destroyOn}.",
                $" A deleted file can be recovered for another {recoverable}: so the day to destroy it is {destroyOn}."));
    }

    public string Kept(Derivation why, DateOnly today) => string.Join(' ', [Derived(why), .. Suspended(why), Next(why, today)]);

    /// <param name="onDisks">The disks on which a copy still lies.</param>
    public string Destroyed(Derivation why, DateTimeOffset? destroyedAt, params IReadOnlyList<string> onDisks) => Derived(why) + " " + (destroyedAt is { } at
        ? Either($"Het is vernietigd op {Moment(at)}.", $"It was destroyed on {Moment(at)}.")
        : Either("Het wordt vernietigd, maar nog niet elke kopie is weg.", "It is being destroyed, but not every copy is gone yet."))
        + string.Concat(onDisks.Distinct().Select(disk => Either(
            $" Op schijf {disk} ligt nog een kopie.", $" A copy still lies on disk {disk}.")));

    private IEnumerable<string> Suspended(Derivation why)
    {
        foreach (var suspension in why.SuspendedBy)
            yield return suspension switch
            {
                { Kind: Suspension.Answer, Until: { } sent } => Either($"Het antwoord kan onderweg zijn tot en met {Date(sent)}.", $"The answer may be on its way up to and including {Date(sent)}."),
                { Kind: Suspension.Proof, Until: { } sent } => Either(
                    $"De brief met het bewijs van vernietiging kan onderweg zijn tot en met {Date(sent)}.",
                    $"The letter with the proof of destruction may be on its way up to and including {Date(sent)}."),
                { Kind: Suspension.Answer } => Either("Het blijft tot het verzoek is afgehandeld.", "It stays until the request has been closed."),
                { Until: { } until } => Either($"Een bewaarplicht houdt het vast tot en met {Date(until)}.", $"A hold keeps it up to and including {Date(until)}."),
                _ => Either("Een beperking houdt het vast tot ze wordt opgeheven.", "A restriction keeps it until that is lifted."),
            };
    }

    private string Next(Derivation why, DateOnly today) => why switch
    {
        { DueOn: null } => Either("Tot dan wordt het niet vernietigd.", "Until then it is not destroyed."),
        { DueOn: { } due } when due <= today => Either("De eerstvolgende opruiming vernietigt het.", "The next sweep destroys it."),
        { DueOn: { } due } => Either($"Het wordt vernietigd op {Date(due)}.", $"It is destroyed on {Date(due)}."),
    };

    /// <summary>A rule in one line: what, how long from when, and why that long.</summary>
    public string Promise(RetentionRule rule) => $"{Capital(Of(rule.Words))}: {Period(rule.Term, Of(rule.Starts))}. {Of(rule.Reason)}";

    /// <summary>As it begins a sentence.</summary>
    public static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>A term with what it starts with.</summary>
    public string Period(Term term, string starts) => term == Term.None
        ? Either($"dezelfde dag weg, gerekend vanaf {starts}", $"gone the same day, counted from {starts}")
        : Either($"{Length(term)} vanaf {starts}", $"{Length(term)} from {starts}");

    private string Length(Term term, Func<int, string> number) => string.Join(Either(" en ", " and "), Parts(term, number));

    private IEnumerable<string> Parts(Term term, Func<int, string> number)
    {
        var (years, months, days) = (number(term.Years), number(term.Months), number(term.Days));
        if (term.Years > 0)
            yield return Either($"{years} jaar", term.Years == 1 ? $"{years} year" : $"{years} years");
        if (term.Months > 0)
            yield return term.Months == 1 ? Either($"{months} maand", $"{months} month") : Either($"{months} maanden", $"{months} months");
        if (term.Days > 0)
            yield return term.Days == 1 ? Either($"{days} dag", $"{days} day") : Either($"{days} dagen", $"{days} days");
    }
}
