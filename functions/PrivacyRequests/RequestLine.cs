namespace WelWee3D.PrivacyRequests;

/// <summary>A line of the register.</summary>
internal sealed record RequestLine(
    Id Id, Reference Reference, RequestKind Kind, RequestStatus Status, RequestChannel Channel, DateOnly ReceivedOn, DateOnly Deadline,
    AnswerDeadline? Derivation = null, DateOnly? SuspendedSince = null, bool? MayBeAnswered = null,
    DateOnly? ClosedOn = null, RequestOutcome? Outcome = null, string? Ground = null)
{
    public static RequestLine Of(PrivacyRequest open) => new(
        open.Id, Reference.Of(open.Id), open.Kind, open.Status, open.Channel, open.ReceivedOn, open.Deadline.End,
        open.Deadline, open.SuspendedSince, open.IsTheirs);

    public static RequestLine Of(AnsweredRequest closed) => new(
        closed.Request, Reference.Of(closed.Request), closed.Kind, RequestStatus.Closed, closed.Channel, closed.ReceivedOn, closed.Deadline,
        ClosedOn: closed.ClosedOn, Outcome: closed.Outcome, Ground: closed.Ground);
}
