using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>
/// That a request was answered in time, and how: what the register keeps of it when its person has had everything erased.
/// It tells of nobody.
/// </summary>
/// <param name="Id">Follows from the request, so that whoever notes it again means the same.</param>
/// <param name="Deadline">The day on which it had to be answered.</param>
public sealed record AnsweredRequest(
    [Pseudonymous] Id Id,
    [Pseudonymous] Id Request,
    [Operational] RequestKind Kind,
    [Operational] RequestChannel Channel,
    [Operational] DateOnly ReceivedOn,
    [Operational] DateOnly Deadline,
    [Operational] DateOnly ClosedOn,
    [Operational] RequestOutcome Outcome,
    [Operational] string? Ground = null)
    : RowRecord
{
    /// <summary>Of a request that is closed.</summary>
    public static AnsweredRequest Of(PrivacyRequest request) => new(
        IdOf(request.Id), request.Id, request.Kind, request.Channel, request.ReceivedOn, request.Deadline.End,
        request.Closing!.On, request.Closing.Outcome, request.Closing.Ground);

    public static Id IdOf(Id request) => Id.From(request.MadeAt, SHA256.HashData(Encoding.ASCII.GetBytes($"answered|{request}")));

    public override Derivation Retention(RetentionRules rules, DateOnly today) =>
        rules.Apply(RetentionSchedule.PrivacyRequest, ClosedOn, Interventions, today);
}
