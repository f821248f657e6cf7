using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Quotes;

/// <summary>How far a quote is.</summary>
public enum QuoteState
{
    /// <summary>It has its number, and its client has no link to it yet.</summary>
    Draft,
    Sent,
    Accepted,
    Withdrawn,

    /// <summary>A later quote of the same order took its place.</summary>
    Superseded,

    /// <summary>The last day on which it could be accepted is over.</summary>
    Lapsed,
}

/// <summary>
/// An offer for one order: what is sent, and to whom, as it was made. Once accepted it is a record of the business and does not
/// change; it holds no more of its client than that record needs. By mail and phone she is found through keyed hashes.
/// </summary>
/// <param name="Number">The how-manieth of its year.</param>
/// <param name="ValidUntil">The last day on which it can be accepted.</param>
/// <param name="Sender">Who offers it: the lines at its head, as the settings had them.</param>
/// <param name="OneStopShop">Whether its VAT is declared under the one-stop-shop scheme.</param>
/// <param name="Subjects">Keyed hashes of the client.</param>
/// <param name="MadeBy">The object id of the account.</param>
/// <param name="AcceptedSha256">Of what she accepted: <see cref="QuoteText"/>.</param>
/// <param name="LinkNumber">How often her mail address became another: the links that were sent to a former one open nothing.</param>
public sealed record Quote(
    [Pseudonymous] Id Id,
    [Pseudonymous] Id Order,
    [Operational] int Number,
    [Personal(DataCategory.Order)] DateOnly MadeOn,
    [Personal(DataCategory.Order)] DateOnly ValidUntil,
    [Personal(DataCategory.Identity)] string Name,
    [Personal(DataCategory.Contact)] Address? Address,
    [Personal(DataCategory.Contact)] string Language,
    [Personal(DataCategory.Order)] IReadOnlyList<QuoteLine> Lines,
    [Operational] IReadOnlyList<string> Sender,
    [Personal(DataCategory.Order)] bool OneStopShop,
    [Pseudonymous] IReadOnlyList<string> Subjects,
    [Pseudonymous] string MadeBy,
    [Personal(DataCategory.Order)] DateOnly? SentOn = null,
    [Personal(DataCategory.Order)] DateOnly? WithdrawnOn = null,
    [Pseudonymous] Id? SupersededBy = null,
    [Personal(DataCategory.Order)] DateOnly? AcceptedOn = null,
    [Personal(DataCategory.Order)] string? AcceptedSha256 = null,
    [Operational] int LinkNumber = 0)
    : PersonalRecord
{
    // Then staff send her what she wants to read again: a link is no secret for ever.
    private static readonly Term LinkIsGood = Term.OfMonths(3);

    /// <summary>As people write it: 2026-0001.</summary>
    public string NumberOfYear => string.Create(CultureInfo.InvariantCulture, $"{YearOf(Id)}-{Number:0000}");

    /// <summary>The year in which it is numbered, which its id tells.</summary>
    public static string YearOf(Id id) => Amsterdam.DateOf(id.MadeAt).Year.ToString(CultureInfo.InvariantCulture);

    public QuoteTotals Totals => QuoteTotals.Of(Lines);

    /// <summary>The last day on which its client reads it by her link.</summary>
    public DateOnly ReadableUntil => LinkIsGood.After(AcceptedOn ?? ValidUntil);

    public override Interventions Interventions => new(
        AcceptedOn is { } on ? [FiscalHold.Of(Id, on, OneStopShop)] : [], RestrictedOn, ErasureRequestedOn, RestrictedBy, RestrictionReason);

    public QuoteState StateOn(DateOnly today) => this switch
    {
        { AcceptedOn: not null } => QuoteState.Accepted,
        { WithdrawnOn: not null } => QuoteState.Withdrawn,
        { SupersededBy: not null } => QuoteState.Superseded,
        _ when today > ValidUntil => QuoteState.Lapsed,
        { SentOn: null } => QuoteState.Draft,
        _ => QuoteState.Sent,
    };

    public override Derivation Retention(RetentionRules rules, DateOnly today) => AcceptedOn is { } on
        ? rules.Apply(FiscalHold.Rule(OneStopShop), FiscalHold.EndOfYear(on), Interventions, today)
        : rules.Apply(RetentionSchedule.Quote, ValidUntil, Interventions, today);

    /// <summary>With other links than before, where its client has another mail address than those were sent to.</summary>
    /// <param name="byMail">The hashes of that address.</param>
    public Quote Readdressed(IReadOnlyList<string> byMail) => byMail.Any(Subjects.Contains) ? this : this with { LinkNumber = LinkNumber + 1 };

    /// <summary>What was accepted stays as it was; it is found by her new address all the same.</summary>
    public Quote Rectified(string? name, Address? address, IReadOnlyList<string> foundBy)
    {
        IReadOnlyList<string> more = [.. foundBy.Except(Subjects)];
        var after = AcceptedOn is not null ? this : this with { Name = name ?? Name, Address = address ?? Address };
        if (more.Count > 0)
            return after with { Subjects = [.. Subjects, .. more] };
        return after == this ? this : after;
    }

    /// <summary>Whether another request, under the same key, asks for the same.</summary>
    public bool Says(Quote other) =>
        (Order, ValidUntil, OneStopShop) == (other.Order, other.ValidUntil, other.OneStopShop) && Lines.SequenceEqual(other.Lines);
}
