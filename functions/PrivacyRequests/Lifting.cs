using WelWee3D.Mail;
using WelWee3D.Orders;

namespace WelWee3D.PrivacyRequests;

/// <summary>How a person heard of something, where no letter of the app told it.</summary>
public enum ToldBy
{
    Phone,
    Paper,
    Mail,
}

/// <summary>
/// That a person is told before a restriction is lifted (GDPR article 18(3)). A letter goes out in the thread of her request,
/// which knows what becomes of its letters, and the restriction is lifted when that is asked once more after the mail service
/// took it: by somebody who sees what it destroys, and not by a timer. Where there is no request, or no letter that arrives,
/// staff say how and when she was told.
/// </summary>
public sealed class Lifting(RequestRegister requests, Letters letters)
{
    /// <summary>The letter of a lifting that is not over yet; null when there is none.</summary>
    public static SentLetter? Letter(PrivacyRequest? request) =>
        request?.Letters.LastOrDefault(letter => letter.Kind == LiftingLetter.Name) is { } letter
            && !request.Events.Any(each => each.What == RequestEvent.Lifted && each.At >= letter.WrittenAt) ? letter : null;

    /// <summary>Has the letter written; once.</summary>
    public async Task Write(PrivacyRequest request, Act act, CancellationToken cancellation)
    {
        var number = request.Letters.Count(letter => letter.Kind == LiftingLetter.Name);
        // The letter first: one that the request does not tell of (yet) is put off, and dropped.
        await letters.Add(Mail.Letter.Of(LiftingLetter.Name, request.Id, number), cancellation);
        await requests.Change(
            request.Id, each => each.Letters.Any(letter => (letter.Kind, letter.Number) == (LiftingLetter.Name, number)) ? each : each.Writing(LiftingLetter.Name, act.At, number),
            cancellation);
    }

    /// <summary>Notes with the request that it is over, and how she was told.</summary>
    public Task Note(PrivacyRequest request, ToldBy? by, DateOnly? on, Act act, CancellationToken cancellation) => requests.Change(
        request.Id, each => each.Noting(act, RequestEvent.Lifted, by is null ? "told by letter" : $"told by {by} on {on:yyyy-MM-dd}".ToLowerInvariant()), cancellation);
}
