using WelWee3D.Contact;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.PrivacyRequests;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Register;

/// <summary>How many records of a kind or by a rule, with what they are called.</summary>
public sealed record Counted(string Name, string What, int Count);

/// <param name="OnTime">Gone on their last day or before.</param>
/// <param name="EarliestMargin">Of all that had a term: the most days before its last one; null where there was none.</param>
/// <param name="LatestMargin">The fewest, negative for what was late.</param>
public sealed record DestroyedInYear(IReadOnlyList<Counted> ByRule, int OnTime, int Late, int? EarliestMargin, int? LatestMargin, int Undone);

/// <param name="Days">From receipt to answer, of those answered in the year: fewest, middle and most; null where there was none.</param>
public sealed record RequestsInYear(int Received, int Answered, int InTime, int Open, DaysTaken? Days);

public sealed record DaysTaken(int Fewest, int Median, int Most);

/// <summary>What a year was like, on one page.</summary>
/// <param name="IsOver">Whether nothing more can come to it.</param>
/// <param name="Received">What came in, as far as it is there yet, or has a certificate.</param>
/// <param name="NewestCheckpoint">By which nobody can rewrite what came before it; null before the first.</param>
public sealed record YearlyReportView(
    int Year, bool IsOver, string Language, IReadOnlyList<Counted> Received, DestroyedInYear Destroyed, RequestsInYear Requests, int OpenCopies, int OverdueCopies,
    Checkpoint? NewestCheckpoint);

/// <summary>Made from the certificates and the register of requests.</summary>
public sealed class YearlyReport(
    Certificates certificates, Checkpoints checkpoints, DestructionTasks tasks, SearchIndex search, AnsweredRequests answered, RequestRegister requests,
    OrderList orders, RecordKinds kinds, TimeProvider clock)
{
    private const int PerPage = 500;

    public async Task<YearlyReportView> Of(int year, string language, CancellationToken cancellation)
    {
        var (words, today) = (PlainWords.In(language), clock.Today());
        var since = await Since(new(year, 1, 1), cancellation);
        var (open, overdue) = await tasks.Count(today, cancellation);
        return new(
            year, IsOver: today.Year > year, language, await Received(year, since, words, cancellation), Destroyed(Within(year, since), words),
            await Requests(year, today, cancellation), open, overdue, await checkpoints.Newest(new(year + 1, 1, 1), cancellation));
    }

    /// <summary>The certificates that were issued from a day on: one range of the chain, read from its end.</summary>
    private async Task<IReadOnlyList<Certificate>> Since(DateOnly day, CancellationToken cancellation)
    {
        var since = new List<Certificate>();
        await foreach (var certificate in certificates.NewestFirst(from: null, PerPage, cancellation).Select(each => each.Read()))
        {
            if (IssuedOn(certificate) < day)
                break;
            since.Add(certificate);
        }
        return since;
    }

    private static IReadOnlyList<Certificate> Within(int year, IEnumerable<Certificate> since) => [.. since.Where(each => IssuedOn(each).Year == year)];

    private static DateOnly IssuedOn(Certificate certificate) => Amsterdam.DateOf(certificate.IssuedAt ?? certificate.DestroyedAt);

    /// <summary>Of the kinds that come in by themselves: what else there is comes with these.</summary>
    private async Task<IReadOnlyList<Counted>> Received(int year, IReadOnlyList<Certificate> since, PlainWords words, CancellationToken cancellation)
    {
        var counted = new List<Counted>();
        foreach (var (kind, kept) in ((string, IAsyncEnumerable<Id>)[])
            [(ContactMessages.Kind, search.Find(ContactMessages.Kind, SearchTerms.Any, after: null, cancellation)), (Order.Kind, orders.Before(null, PerPage, cancellation))])
        {
            var ids = since.Where(each => each.Kind == kind && each is { Closes: null, Undone: null }).SelectMany(each => each.Items).Select(item => item.Id).ToHashSet();
            ids.UnionWith(await kept.TakeWhile(id => YearOf(id) >= year).ToListAsync(cancellation));
            counted.Add(new(kind, words.Of(kinds.Find(kind)!.Words.Many), ids.Count(id => YearOf(id) == year)));
        }
        return counted;
    }

    private static int YearOf(Id id) => Amsterdam.DateOf(id.MadeAt).Year;

    private static DestroyedInYear Destroyed(IReadOnlyList<Certificate> issued, PlainWords words)
    {
        var destroyed = issued.Where(each => each is { Closes: null, Undone: null }).ToList();
        var byRule = destroyed.GroupBy(each => each.Why.Rule).OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => new Counted(
            rule.Key, RetentionSchedule.Find(rule.Key) is { } known ? words.Of(known.Words) : rule.Key, rule.Sum(each => each.Count)));
        // What has no term goes when it is decided, and what was held goes when that is over.
        var margins = destroyed.Where(each => each.Why.Term != Term.None).Select(each => (Days: LastDay(each.Why).DayNumber - Amsterdam.DateOf(each.DestroyedAt).DayNumber, each.Count)).ToList();
        var late = margins.Where(each => each.Days < 0).Sum(each => each.Count);
        return new(
            [.. byRule], destroyed.Sum(each => each.Count) - late, late, margins.Count == 0 ? null : margins.Max(each => each.Days),
            margins.Count == 0 ? null : margins.Min(each => each.Days), issued.Count(each => each.Undone is not null));
    }

    private static DateOnly LastDay(Derivation why) => why.DueOn is { } held && held > why.Deadline ? held : why.Deadline;

    private async Task<RequestsInYear> Requests(int year, DateOnly today, CancellationToken cancellation)
    {
        var (received, inTime, days) = (0, 0, new List<int>());
        var lastOfYear = new DateOnly(year, 12, 31);
        await foreach (var place in answered.Closed(today, after: null, cancellation))
            if (place.Day.Year >= year && await answered.Find(place.Id, cancellation) is { } closed)
            {
                received += closed.ReceivedOn.Year == year ? 1 : 0;
                if (closed.ClosedOn.Year != year)
                    continue;
                days.Add(closed.ClosedOn.DayNumber - closed.ReceivedOn.DayNumber);
                inTime += closed.ClosedOn <= closed.Deadline ? 1 : 0;
            }
        var open = 0;
        await foreach (var request in requests.Open(DateOnly.MaxValue, cancellation))
        {
            received += request.ReceivedOn.Year == year ? 1 : 0;
            open += request.ReceivedOn <= lastOfYear ? 1 : 0;
        }
        days.Sort();
        return new(received, days.Count, inTime, open, days.Count == 0 ? null : new(days[0], days[days.Count / 2], days[^1]));
    }
}
