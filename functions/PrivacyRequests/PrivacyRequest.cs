using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>A person using a right, what was done about it, and what they were written.</summary>
/// <param name="ReceivedOn">The day on which it came in, also when it was confirmed later: the time to answer runs from there.</param>
/// <param name="ConfirmedOn">The day on which its mail address was confirmed, for one from the website.</param>
/// <param name="IsCondemned">It was destroyed before, and came back with a backup: nobody waits for an answer.</param>
/// <param name="LinkNumber">How often its mail address became another: links and codes that were sent to a former one are good for nothing.</param>
public sealed record PrivacyRequest(
    [Pseudonymous] Id Id,
    [Personal(DataCategory.Rights)] RequestKind Kind,
    [Personal(DataCategory.Identity)] string Name,
    [Personal(DataCategory.Contact)] string Email,
    [Personal(DataCategory.Contact)] string? Phone,
    [Personal(DataCategory.Communication)] string? Text,
    [Personal(DataCategory.Contact)] string Language,
    [Personal(DataCategory.Communication)] RequestChannel Channel,
    [Personal(DataCategory.Rights)] DateOnly ReceivedOn,
    [Personal(DataCategory.Rights)] DateOnly? ConfirmedOn = null,
    [Personal(DataCategory.Rights)] IdentityCheck? Identity = null,
    [Personal(DataCategory.Rights)] Extension? Extension = null,
    [Personal(DataCategory.Rights)] Closing? Closing = null,
    [Operational] bool IsCondemned = false,
    [Operational] int LinkNumber = 0)
    : PersonalRecord
{
    // They are one property of a row, which holds 32 Ki characters. There is room left for what is done after that.
    private const int MostFormer = 24_000;

    // A letter is tried for a day; the sweep that could take its record comes at night.
    private const int AnswerIsSentWithinDays = 2;

    // As long as somebody has, for example, to complain about the answer.
    private static readonly Term FollowedAfterAnswer = Term.OfMonths(3);

    [Personal(DataCategory.Communication)]
    public IReadOnlyList<SentLetter> Letters { get; init; } = [];

    /// <summary>What was done, by whom, when.</summary>
    [Personal(DataCategory.Rights)]
    public IReadOnlyList<RequestEvent> Events { get; init; } = [];

    public RequestStatus Status => this switch
    {
        { Closing: not null } => RequestStatus.Closed,
        { Channel: RequestChannel.Website, ConfirmedOn: null } => RequestStatus.Unconfirmed,
        _ => RequestStatus.Open,
    };

    /// <summary>Since when the time to answer stands still, since it was asked who the person is.</summary>
    public DateOnly? SuspendedSince => Status == RequestStatus.Open ? Identity?.SuspendedSince(ReceivedOn) : null;

    /// <summary>When it must be answered.</summary>
    public AnswerDeadline Deadline =>
        AnswerDeadline.Of(ReceivedOn, isExtended: Extension is not null, Identity?.SuspendedDays(ReceivedOn, Closing?.On) ?? 0);

    /// <summary>Whether it is known to come from the person it is about: where that was asked, by the answer alone.</summary>
    public bool IsTheirs => Identity is { } check ? check.EstablishedOn is not null : ConfirmedOn is not null;

    /// <summary>How often it was closed with a letter.</summary>
    public int Answers => Letters.Count(letter => letter.Kind == ClosedLetter.Name);

    /// <summary>The last day of one whose mail address is not confirmed. It is destroyed early on that day.</summary>
    public DateOnly ConfirmableUntil => RetentionSchedule.UnconfirmedRequest.Term.After(ReceivedOn);

    /// <summary>The day by which its mail address is to be confirmed, as people are told: the last that is there whole.</summary>
    public DateOnly ConfirmBy => ConfirmableUntil.AddDays(-1);

    /// <summary>The last day on which its link shows how it stands; null as long as it is not answered.</summary>
    public DateOnly? FollowableUntil => Closing is { } closing ? FollowedAfterAnswer.After(closing.On) : null;

    public override Derivation Retention(RetentionRules rules, DateOnly today) => (Status, Closing) switch
    {
        (RequestStatus.Unconfirmed, _) => rules.Apply(RetentionSchedule.UnconfirmedRequest, ReceivedOn, Interventions, today),
        (_, { } closing) => Closed(rules.Apply(RetentionSchedule.PrivacyRequest, closing.On, Interventions, today), closing.On, today),
        // As if it were closed on its last day; but it stays until it is.
        _ when !IsCondemned => rules.Apply(RetentionSchedule.PrivacyRequest, Deadline.End, Interventions, today).UntilAnswered(),
        _ => rules.Apply(RetentionSchedule.PrivacyRequest, Deadline.End, Interventions, today),
    };

    /// <summary>Whether what was done to it still fits in its row with what may yet be done.</summary>
    public bool HasRoom => StoredJson.Write(Events).Length < MostFormer;

    /// <summary>With one thing more that was done; without what was said about it where there is no room for that: the audit has it.</summary>
    public PrivacyRequest Noting(Act act, string what, string? note = null) =>
        this with { Events = [.. Events, new(act.At, act.By, what, HasRoom ? note : null)] };

    /// <summary>With what stood somewhere until it was set right, each once; its argument where there is no room for it.</summary>
    public PrivacyRequest KeepingFormer(Act act, IEnumerable<string> former)
    {
        var added = former.Except(Formers).Order(StringComparer.Ordinal).Select(each => new RequestEvent(act.At, act.By, RequestEvent.Former, each)).ToList();
        var kept = added.Count == 0 ? this : this with { Events = [.. Events, .. added] };
        return kept.HasRoom ? kept : this;
    }

    public bool KeepsFormer(IEnumerable<string> former) => !former.Except(Formers).Any();

    private IEnumerable<string> Formers => Events.Where(each => each.What == RequestEvent.Former).Select(each => each.Note).OfType<string>();

    /// <summary>With a letter that is to be sent.</summary>
    public PrivacyRequest Writing(string letter, DateTimeOffset at, int number = 0) =>
        this with { Letters = [.. Letters, new(letter, number, at)] };

    /// <summary>Whether another of its kind was written since.</summary>
    public bool IsReplaced(string letter, int number) => Letters.Any(each => each.Kind == letter && each.Number > number);

    /// <summary>With what became of a letter; the same where that is known. One that was sent may come back.</summary>
    public PrivacyRequest Delivered(string letter, int number, bool sent, DateTimeOffset at)
    {
        var index = Letters.ToList().FindLastIndex(each => (each.Kind, each.Number) == (letter, number));
        if (index < 0 || Letters[index].GivenUpAt is not null || (sent && Letters[index].SentAt is not null))
            return this;
        var letters = Letters.ToArray();
        letters[index] = sent ? letters[index] with { SentAt = at } : letters[index] with { GivenUpAt = at };
        return this with { Letters = letters };
    }

    /// <summary>Whether another request, under the same key, says the same.</summary>
    public bool Says(PrivacyRequest other) =>
        (Kind, Name, Email, Phone, Text, Language, Channel, ReceivedOn)
        == (other.Kind, other.Name, other.Email, other.Phone, other.Text, other.Language, other.Channel, other.ReceivedOn);

    private Derivation Closed(Derivation derivation, DateOnly closedOn, DateOnly today) =>
        ErasureRequestedOn is null || IsCondemned ? derivation : derivation.NotBefore(closedOn.AddDays(AnswerIsSentWithinDays), Suspension.Answer, today);
}

/// <summary>What was done.</summary>
/// <param name="By">The object id of an account, or <see cref="ThePerson"/>.</param>
/// <param name="What">One of the constants.</param>
public sealed record RequestEvent(DateTimeOffset At, string By, string What, string? Note = null)
{
    public const string ThePerson = "person";

    public const string Registered = "registered";
    public const string Confirmed = "confirmed";
    public const string IdentityAsked = "identity-asked";
    public const string IdentityNotGiven = "identity-not-given";
    public const string IdentityEstablished = "identity-established";
    public const string Extended = "extended";
    public const string Closed = "closed";
    public const string Reopened = "reopened";

    /// <summary>The person's details were set right.</summary>
    public const string Rectified = "rectified";

    /// <summary>What stood there until they were.</summary>
    public const string Former = "former";

    /// <summary>The restriction that was asked for was lifted.</summary>
    public const string Lifted = "restriction-lifted";
}

/// <summary>A letter of the request's thread.</summary>
/// <param name="Number">Which of its kind, where there may be several.</param>
/// <param name="GivenUpAt">When it was known that it cannot be delivered.</param>
public sealed record SentLetter(
    string Kind, int Number, DateTimeOffset WrittenAt, DateTimeOffset? SentAt = null, DateTimeOffset? GivenUpAt = null);

/// <summary>That it takes three months instead of one, which the person was told with its reason.</summary>
public sealed record Extension(DateOnly On, string By, string Reason);
