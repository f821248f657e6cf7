using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>A day on which a deadline could not end, and why.</summary>
public sealed record SkippedDay(DateOnly Day, string Nl, string En);

/// <summary>
/// The last day on which a request must be answered, and how it came about (GDPR article 12(3), Regulation 1182/71 article
/// 3): it ends on the same date of a later month, or that month's last day, and moves from a weekend or public holiday to
/// the next working day. Pure.
/// </summary>
/// <param name="Start">The day on which the request was received.</param>
/// <param name="SuspendedDays">The days on which it did not run, because it had been asked who the person is.</param>
/// <param name="MovedBy">Each day that it moved over.</param>
public sealed record AnswerDeadline(DateOnly Start, Term Term, int SuspendedDays, DateOnly End, IReadOnlyList<SkippedDay> MovedBy)
{
    public static readonly Term Usual = Term.OfMonths(1);

    /// <summary>From receipt too: two months more than usual.</summary>
    public static readonly Term Extended = Term.OfMonths(3);

    public static AnswerDeadline Of(DateOnly received, bool isExtended = false, int suspendedDays = 0)
    {
        var term = isExtended ? Extended : Usual;
        var end = term.After(received).AddDays(suspendedDays);
        var movedBy = new List<SkippedDay>();
        for (; Holidays.Reason(end) is { } reason; end = end.AddDays(1))
            movedBy.Add(new(end, reason.Dutch, reason.English));
        return new(received, term, suspendedDays, end, movedBy);
    }
}
