using WelWee3D.Http;
using WelWee3D.Mail;

namespace WelWee3D.Retention.Shown;

/// <summary>Tells what goes in the coming week before it is gone, and sets apart what looks odd. It asks; it never stops the promise.</summary>
public sealed class ComingWeekReminder(ComingWeek week, KnownTerms terms, RecordKinds kinds, IOptions<MailOptions> mail) : IReminder
{
    // What there is more of is counted, and found in the dry run.
    private const int MostNamed = 40;

    public async Task<bool> HasAny(DateOnly today, CancellationToken cancellation)
    {
        await terms.Note(today, cancellation);
        return await week.Records(today, cancellation).AnyAsync(cancellation);
    }

    public async Task<bool> Tell(LetterBody letter, DateOnly day, DateOnly today, CancellationToken cancellation)
    {
        var records = await week.Records(today, cancellation).OrderBy(record => record.Retention.DueOn).ToListAsync(cancellation);
        if (records.Count == 0)
            return false;

        letter
            .Say($"Dit gaat in de komende week, tot en met {LetterBody.Day(today.AddDays(Oddities.Week), "nl")}. Klopt er iets niet, zet dan de datum recht, "
                + "leg een bewaarplicht vast of vraag de cliënt om toestemming. Wie niets doet, laat het op zijn dag vernietigen.")
            .Facts(records.GroupBy(record => record.Retention.DueOn!.Value).Select(each => (LetterBody.Day(each.Key, "nl"), (string?)Counted(each))));

        var oddities = await week.Oddities(records, today, cancellation);
        var isOdd = records.ToLookup(record => oddities.Of(record).Count > 0);
        var (odd, usual) = (isOdd[true].ToList(), isOdd[false].ToList());
        if (odd.Count > 0)
            Name(letter.Say("Kijk hier eerst nog eens naar, want er is iets ongewoons aan:"), odd, oddities);
        if (usual.Count > 0)
            Name(letter.Say(odd.Count > 0 ? "En verder:" : "Het zijn:"), usual, oddities);
        letter.Link(mail.Value.Link(StaffPages.Of("retention")));
        return true;
    }

    private void Name(LetterBody letter, IReadOnlyList<KeptRecord> records, Oddities oddities)
    {
        letter.Facts(records.Take(MostNamed).Select(record => ($"{PlainWords.Capital(WordsOf(record).One.Dutch)} {record.Item.Id}", (string?)Told(record, oddities))));
        if (records.Count > MostNamed)
            letter.Say($"En nog {records.Count - MostNamed} andere.");
    }

    private static string Told(KeptRecord record, Oddities oddities)
    {
        var rule = RetentionSchedule.Find(record.Retention.Rule)?.Words.Dutch ?? record.Retention.Rule;
        IEnumerable<string> parts =
        [
            LetterBody.Day(record.Retention.DueOn!.Value, "nl"),
            record.PartOf is { } owner ? $"{rule}, van bestelling {owner.Id}" : rule,
            .. oddities.Of(record).Select(Oddity.InDutch),
        ];
        return string.Join("; ", parts);
    }

    private string Counted(IEnumerable<KeptRecord> records) => string.Join(
        ", ", records.CountBy(record => record.Item.Kind).Select(kind => $"{kind.Value} {kinds.Find(kind.Key)!.Words.Of(kind.Value).Dutch}"));

    private KindWords WordsOf(KeptRecord record) => kinds.Of(record).Words;
}
