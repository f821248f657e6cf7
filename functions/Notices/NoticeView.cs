using WelWee3D.Orders;

namespace WelWee3D.Notices;

/// <summary>A notice as staff see it.</summary>
/// <param name="DoneBy">The account that says that it is done; absent where the recipient does.</param>
public sealed record NoticeView(
    Id Id, NoticeCause Cause, NoticeState State, string Recipient, Reference Order, Id OrderId, Id? Request, DateOnly MadeOn,
    IReadOnlyList<GivenData> Given, IReadOnlyList<ClientDetail> Changed,
    DateTimeOffset? ToldAt, DateTimeOffset? AcknowledgedAt, DateTimeOffset? DoneAt, string? DoneBy, DoneReason? DoneReason)
{
    public static NoticeView Of(RecipientNotice notice) => new(
        notice.Id, notice.Cause, notice.State, notice.Recipient, Reference.Of(notice.Order), notice.Order, notice.Request, notice.MadeOn,
        notice.Given, notice.Changed, notice.ToldAt, notice.AcknowledgedAt, notice.DoneAt, notice.DoneBy, notice.DoneReason);

    /// <summary>As its person gets it: who in the practice noted something is no data of theirs.</summary>
    public NoticeView ForThePerson() => this with { DoneBy = null };
}
