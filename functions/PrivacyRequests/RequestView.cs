using WelWee3D.Notices;
using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>A request with all that is known of it, as the privacy officer sees it and its person gets it.</summary>
/// <param name="Deadline">The day on which it must be answered.</param>
/// <param name="SuspendedSince">Since when the time to answer stands still, since it was asked who the person is.</param>
/// <param name="MayBeAnswered">Whether it is known to come from the person it is about.</param>
public sealed record RequestView(
    Id Id, Reference Reference, RequestKind Kind, RequestStatus Status, RequestChannel Channel,
    string Name, string Email, string? Phone, string? Text, string Language,
    DateOnly ReceivedOn, DateOnly? ConfirmedOn, DateOnly Deadline, AnswerDeadline Derivation, DateOnly? SuspendedSince, bool MayBeAnswered,
    Extension? Extension, IdentityCheck? Identity, Closing? Closing,
    IReadOnlyList<SentLetter> Letters, IReadOnlyList<RequestEvent> Events,
    DateOnly? RestrictedOn, string? RestrictionReason, DateOnly? ErasureRequestedOn, Derivation Retention)
{
    /// <summary>To recipients that have not done yet what was asked of them for this request; told of one request alone.</summary>
    public IReadOnlyList<NoticeView>? OpenNotices { get; init; }

    private const string ThePractice = "practice";

    public static RequestView Of(PrivacyRequest request, Derivation retention) => new(
        request.Id, Reference.Of(request.Id), request.Kind, request.Status, request.Channel,
        request.Name, request.Email, request.Phone, request.Text, request.Language,
        request.ReceivedOn, request.ConfirmedOn, request.Deadline.End, request.Deadline,
        request.SuspendedSince, request.IsTheirs,
        request.Extension, request.Identity, request.Closing, request.Letters, request.Events,
        request.RestrictedOn, request.RestrictionReason, request.ErasureRequestedOn, retention);

    /// <summary>As its person gets it: who in the practice did something is no data of theirs.</summary>
    public RequestView ForThePerson() => this with
    {
        Extension = Extension is null ? null : Extension with { By = ThePractice },
        Closing = Closing is null ? null : Closing with { By = ThePractice },
        Events = [.. Events.Select(each => each.By == RequestEvent.ThePerson ? each : each with { By = ThePractice })],
    };
}
