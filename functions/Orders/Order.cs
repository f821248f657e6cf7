using WelWee3D.Consent;
using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Orders;

public sealed record Address(
    [Personal(DataCategory.Contact)] string Line1,
    [Personal(DataCategory.Contact)]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Line2,
    [Personal(DataCategory.Contact)] string PostalCode,
    [Personal(DataCategory.Contact)] string City,
    [Personal(DataCategory.Contact)] string Country)
{
    public string OnOneLine() => string.Join(", ", OnLines());

    public IEnumerable<string> OnLines() => new[] { Line1, Line2, $"{PostalCode} {City}", Country }.Where(part => !string.IsNullOrEmpty(part)).Select(part => part!);
}

/// <summary>The person a figurine is made for.</summary>
public sealed record Client(
    [Personal(DataCategory.Identity)] string Name,
    [Personal(DataCategory.Contact)] string Email,
    [Personal(DataCategory.Contact)] string? Phone,
    Address? Address,
    [Personal(DataCategory.Contact)] string Language)
{
    /// <summary>With the one value of address and number; itself where it has them.</summary>
    public Client Respelt() => (MailAddresses.Kept(Email), Phones.Kept(Phone)) is var (email, phone) && (email, phone) == (Email, Phone)
        ? this
        : this with { Email = email, Phone = phone };
}

/// <summary>How far an order is. A cancelled one is not shipped.</summary>
public enum OrderState
{
    Open,
    Shipped,
    Cancelled,
}

/// <summary>
/// One figurine: its client, its scans, and what was agreed and decided about them. An order is stored as one
/// partition and written as one entity group transaction, so that its parts never disagree.
/// </summary>
public sealed record Order
{
    /// <summary>The name of the kind of record, as stored.</summary>
    public const string Kind = "order";

    [Pseudonymous]
    public required Id Id { get; init; }

    public required Client Client { get; init; }

    [Personal(DataCategory.Order)]
    public required DateOnly OpenedOn { get; init; }

    /// <summary>How high the figurine is to be; null as long as that was not said.</summary>
    [Personal(DataCategory.Order)]
    public int? HeightInMillimetres { get; init; }

    [Personal(DataCategory.Order)]
    public DateOnly? ShippedOn { get; init; }

    [Personal(DataCategory.Order)]
    public DateOnly? CancelledOn { get; init; }

    /// <summary>The day on which a scan was last destroyed because of the shipping or cancelling date, which can no longer change.</summary>
    [Personal(DataCategory.Order)]
    public DateOnly? SettledOn { get; init; }

    /// <summary>Which scans those were, as far as they may come back yet; none in orders from before that was kept.</summary>
    [Pseudonymous]
    public IReadOnlyList<Settlement> Settlements { get; init; } = [];

    /// <summary>The day on which the shipping or cancelling date was entered.</summary>
    [Operational]
    public DateOnly? DatedOn { get; init; }

    /// <summary>The last day on which people opened or changed it, or downloaded a scan of it.</summary>
    [Operational]
    public DateOnly? UsedOn { get; init; }

    /// <summary>Dates of the order that were set right, the first first.</summary>
    [Personal(DataCategory.Order)]
    public IReadOnlyList<Correction> History { get; init; } = [];

    /// <summary>Who was given what of it, in the order recorded.</summary>
    [Personal(DataCategory.Order)]
    public IReadOnlyList<Disclosure> Disclosures { get; init; } = [];

    [Personal(DataCategory.Rights)]
    public DateOnly? RestrictedOn { get; init; }

    /// <summary>The object id of who restricted it.</summary>
    [Pseudonymous]
    public string? RestrictedBy { get; init; }

    [Personal(DataCategory.Rights)]
    public string? RestrictionReason { get; init; }

    [Personal(DataCategory.Rights)]
    public DateOnly? ErasureRequestedOn { get; init; }

    /// <summary>How often its client's mail address became another: the links that were sent to a former one open nothing.</summary>
    [Operational]
    public int LinkNumber { get; init; }

    /// <summary>Scans that are gone, and of which the client has not been written the proof.</summary>
    [Pseudonymous]
    public IReadOnlyList<ProofOwed> ProofsOwed { get; init; } = [];

    public IReadOnlyList<Scan> Scans { get; init; } = [];

    /// <summary>Every answer ever given, in the order recorded.</summary>
    public IReadOnlyList<ConsentGiven> Consents { get; init; } = [];

    public IReadOnlyList<Hold> Holds { get; init; } = [];

    /// <summary>The row of the due index that stands for this order and its scans.</summary>
    public required DueRow Due { get; init; }

    public OrderState State => this switch
    {
        { CancelledOn: not null } => OrderState.Cancelled,
        { ShippedOn: not null } => OrderState.Shipped,
        _ => OrderState.Open,
    };

    /// <summary>The answer that stands: the last one given, whenever each was recorded.</summary>
    public ConsentGiven? Answer(Purpose? purpose) => Answers(purpose).LastOrDefault();

    /// <summary>Every answer for a purpose, the first given first.</summary>
    public IEnumerable<ConsentGiven> Answers(Purpose? purpose) => Consents.Where(consent => consent.Purpose == purpose).OrderBy(consent => consent.Day);

    public Interventions Interventions => new(Holds, RestrictedOn, ErasureRequestedOn, RestrictedBy, RestrictionReason);

    public Order With(Interventions interventions) => this with
    {
        Holds = interventions.Holds,
        RestrictedOn = interventions.RestrictedOn,
        ErasureRequestedOn = interventions.ErasureRequestedOn,
        RestrictedBy = interventions.RestrictedBy,
        RestrictionReason = interventions.RestrictionReason,
    };

    public Derivation Retention(RetentionRules rules, DateOnly today) =>
        rules.Order(OpenedOn, Scans.Select(scan => Retention(scan, rules, today)), Interventions, today)
            .UntilWritten(ProofsOwed, today);

    /// <summary>What is left of a scan that moved is nobody's here: no hold or restriction of this order keeps another client's body.</summary>
    public Derivation Retention(Scan scan, RetentionRules rules, DateOnly today) => rules.Scan(
        new(scan.ScannedOn, ShippedOn, CancelledOn, Answer(Purpose.KeepScan)?.Answer, scan.RejectedFrom, scan.DestructionAskedOn, scan.MovedTo is not null, OrderRules.RefusedOn(this)),
        scan.MovedTo is null ? Interventions : Interventions.None, today);

    /// <summary>The first day on which anything of this order is due; null when a restriction keeps all of it.</summary>
    public DateOnly? NextDue(RetentionRules rules, DateOnly today) =>
        Scans.Select(scan => Retention(scan, rules, today)).Append(Retention(rules, today)).Min(each => each.DueOn);

    /// <summary>With other links than before, where its client has another mail address.</summary>
    public Order Readdressed(Order before) =>
        MailAddresses.Mailbox(Client.Email) == MailAddresses.Mailbox(before.Client.Email) ? this : this with { LinkNumber = before.LinkNumber + 1 };

    /// <summary>
    /// Whether her address was set right on that day or since. What may only be stored is not written about; but then a former link opens
    /// nothing any more, and her own she may always use.
    /// </summary>
    public bool HasNewLinkSince(DateOnly restrictedOn) =>
        LinkNumber > 0 && History.Any(each => each.IsOfDetails && Amsterdam.DateOf(each.At) >= restrictedOn);

    public Order With(Scan scan) => this with { Scans = [.. Scans.Select(each => each.Id == scan.Id ? scan : each)] };

    /// <summary>Whether another request, under the same key, asks for the same.</summary>
    public bool Says(Order other) =>
        (Client, OpenedOn, HeightInMillimetres) == (other.Client, other.OpenedOn, other.HeightInMillimetres);

    public Order Without(Id scan) => Scans.FirstOrDefault(each => each.Id == scan) is not { } gone ? this : this with
    {
        Scans = [.. Scans.Where(each => each.Id != scan)],
        Disclosures = gone.MovedTo is null ? Disclosures : Disclosure.Without(Disclosures, scan),
    };
}
