namespace WelWee3D.PrivacyRequests;

/// <summary>A request as its person follows it: what is known of them beside it is not on the page.</summary>
/// <param name="SuspendedSince">Since when the time to answer stands still, since it was asked who the person is.</param>
/// <param name="Extension">Why it takes longer, and since when that is known.</param>
/// <param name="Answer">Null as long as there is none.</param>
public sealed record FollowedRequest(
    Reference Reference, RequestKind Kind, RequestStatus Status, DateOnly ReceivedOn, DateOnly? ConfirmedOn, DateOnly Deadline, AnswerDeadline Derivation,
    DateOnly? SuspendedSince, FollowedExtension? Extension, FollowedAnswer? Answer)
{
    public static FollowedRequest Of(PrivacyRequest request) => new(
        Reference.Of(request.Id), request.Kind, request.Status, request.ReceivedOn, request.ConfirmedOn, request.Deadline.End, request.Deadline,
        request.SuspendedSince,
        request.Extension is { } extension ? new(extension.On, extension.Reason) : null,
        request.Closing is { } closing ? new(closing.On, closing.Outcome, closing.Ground, closing.Note) : null);
}

public sealed record FollowedExtension(DateOnly On, string Reason);

/// <param name="Ground">The article by which it was refused.</param>
public sealed record FollowedAnswer(DateOnly On, RequestOutcome Outcome, string? Ground, string? Note);
