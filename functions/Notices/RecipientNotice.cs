using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Notices;

/// <summary>What was done about a person's data that whoever was given some of it must hear of (GDPR article 19).</summary>
public enum NoticeCause
{
    Rectification,
    Erasure,
    Restriction,

    /// <summary>Of a restriction: whoever was told of it may go on.</summary>
    Lifting,
}

/// <summary>How far a notice is. Told and acknowledged are not the same: a letter that was delivered may lie unread.</summary>
public enum NoticeState
{
    /// <summary>Its letter is on its way.</summary>
    Made,

    /// <summary>The mail service took its letter.</summary>
    Told,

    /// <summary>Its letter was given up, or came back: staff have it sent again, or tell the recipient themselves.</summary>
    Undelivered,

    /// <summary>The recipient says that it was read.</summary>
    Acknowledged,

    /// <summary>It is carried out, says the recipient, or staff who heard so.</summary>
    Done,
}

/// <summary>How staff know that it is done, where the recipient did not say so by the link. Of no more words than these: they could name somebody.</summary>
public enum DoneReason
{
    Phone,
    Mail,
    Paper,

    /// <summary>The organisation is no more.</summary>
    Gone,

    /// <summary>The restriction that it tells of is no more.</summary>
    Lifted,
}

/// <summary>What was given on a day, told by what names nobody.</summary>
public sealed record GivenData(DateOnly On, int Scans, IReadOnlyList<ClientDetail> Details);

/// <summary>
/// That a recipient must be told what was done about the data of one order, and what came of it. It holds nothing of the
/// person: after an erasure not even by whom it is found.
/// </summary>
/// <param name="Id">Follows from its cause and recipient, so that whoever repeats the cause makes no other.</param>
/// <param name="Recipient">Its label.</param>
/// <param name="Request">The privacy request that asked for it, where there was one.</param>
/// <param name="Changed">What was set right, of that which the recipient has.</param>
/// <param name="Subjects">Keyed hashes of the person; none after an erasure.</param>
/// <param name="DoneBy">The object id of the account that says so; null where the recipient does.</param>
/// <param name="GivenUpAt">When it was known that its letter cannot be delivered; null once another is written.</param>
/// <param name="LetterNumber">Which letter tells it: the next one after each that was not delivered, or went to a former address.</param>
/// <param name="LinkNumber">Of the letter whose link is good; 0 in notices of before links had numbers, whatever their letter's.</param>
public sealed record RecipientNotice(
    [Pseudonymous] Id Id,
    [Operational] NoticeCause Cause,
    [Operational] string Recipient,
    [Pseudonymous] Id Order,
    [Pseudonymous] Id? Request,
    [Operational] DateOnly MadeOn,
    [Pseudonymous] IReadOnlyList<GivenData> Given,
    [Pseudonymous] IReadOnlyList<ClientDetail> Changed,
    [Pseudonymous] IReadOnlyList<string> Subjects,
    [Operational] DateTimeOffset? ToldAt = null,
    [Operational] DateTimeOffset? AcknowledgedAt = null,
    [Operational] DateTimeOffset? DoneAt = null,
    [Pseudonymous] string? DoneBy = null,
    [Operational] DoneReason? DoneReason = null,
    [Operational] DateTimeOffset? GivenUpAt = null,
    [Operational] int LetterNumber = 0,
    [Operational] int LinkNumber = 0)
    : PersonalRecord
{
    // After that staff call: a link is no secret for ever.
    private static readonly Term LinkIsGood = Term.OfMonths(3);

    public NoticeState State => this switch
    {
        { DoneAt: not null } => NoticeState.Done,
        { AcknowledgedAt: not null } => NoticeState.Acknowledged,
        { GivenUpAt: not null } => NoticeState.Undelivered,
        { ToldAt: not null } => NoticeState.Told,
        _ => NoticeState.Made,
    };

    /// <summary>The last day on which its recipient can answer by the link.</summary>
    public DateOnly AnswerableUntil => LinkIsGood.After(MadeOn);

    /// <param name="occasion">Which of the same cause, where there may be several.</param>
    public static Id IdOf(NoticeCause cause, Id order, string recipient, string occasion) =>
        Id.From(order.MadeAt, SHA256.HashData(Encoding.UTF8.GetBytes($"notice|{cause}|{order}|{recipient}|{occasion}")));

    public override Derivation Retention(RetentionRules rules, DateOnly today) =>
        rules.Apply(RetentionSchedule.RecipientNotice, MadeOn, Interventions, today);

    /// <summary>Notes what became of its letter. One that came back told nobody, though the mail service took it.</summary>
    /// <param name="number">Which letter: of those before the last nothing is noted any more.</param>
    public RecipientNotice Delivered(int number, bool sent, DateTimeOffset at) => this switch
    {
        { GivenUpAt: not null } => this,
        _ when number != LetterNumber => this,
        _ when !sent => this with { ToldAt = null, GivenUpAt = at },
        { ToldAt: null } => this with { ToldAt = at },
        _ => this,
    };

    /// <summary>With another letter, and link, than before. Who read the former one may have been another.</summary>
    public RecipientNotice WrittenAgain(int number) => DoneAt is null && number == LetterNumber + 1
        ? this with { ToldAt = null, AcknowledgedAt = null, GivenUpAt = null, LetterNumber = number, LinkNumber = number }
        : this;

    /// <summary>Whether its letter went to an address that its recipient has no more: whoever has that is not to be told.</summary>
    public bool WentElsewhere(DateTimeOffset? movedAt) => ToldAt < movedAt;

    /// <summary>The first answer counts. What is done was read.</summary>
    public RecipientNotice Answered(bool isDone, DateTimeOffset at)
    {
        var read = AcknowledgedAt is null ? this with { AcknowledgedAt = at } : this;
        return isDone && DoneAt is null ? read with { DoneAt = at } : read;
    }

    public RecipientNotice Finished(DoneReason reason, string by, DateTimeOffset at) =>
        DoneAt is null ? this with { DoneAt = at, DoneBy = by, DoneReason = reason } : this;
}
