using WelWee3D.Mail;
using WelWee3D.Orders;

namespace WelWee3D.PrivacyRequests;

/// <summary>Takes a request in, and has the person written to.</summary>
public sealed class RequestIntake(RequestRegister requests, Letters letters)
{
    /// <summary>From the website: it exists once its mail address is confirmed. The same sent again is the same request.</summary>
    public async Task Ask(PrivacyRequest request, DateTimeOffset at, CancellationToken cancellation)
    {
        // The letter first: one without its request is dropped, a request without its letter could not be confirmed.
        await letters.Add(Letter.Of(ConfirmLetter.Name, request.Id), cancellation);
        if (await requests.Find(request.Id, cancellation) is null)
            await requests.Add(request.Writing(ConfirmLetter.Name, at), cancellation);
    }

    /// <summary>By staff.</summary>
    /// <returns>Null when there is one with its id already.</returns>
    public async Task<PrivacyRequest?> Take(PrivacyRequest request, DateTimeOffset at, CancellationToken cancellation)
    {
        await letters.Add(Letter.Of(ReceivedLetter.Name, request.Id), cancellation);
        request = request.Writing(ReceivedLetter.Name, at);
        return await requests.Add(request, cancellation) ? request : null;
    }

    /// <summary>Can be repeated.</summary>
    /// <returns>Null when there is nothing that can be confirmed (any more).</returns>
    public async Task<PrivacyRequest?> Confirm(Id id, Act act, CancellationToken cancellation)
    {
        if (await requests.Find(id, cancellation) is not { Channel: RequestChannel.Website } request || act.Today > request.ConfirmableUntil)
            return null;
        if (request.Status != RequestStatus.Unconfirmed)
            return request;
        await letters.Add(new(RequestNotice.Name, $"{id}"), cancellation);
        await letters.Add(Letter.Of(ReceivedLetter.Name, id, request.LinkNumber), cancellation);
        return await requests.Change(id, found => found.Status == RequestStatus.Unconfirmed
            ? (found with { ConfirmedOn = act.Today }).Noting(act, RequestEvent.Confirmed).Writing(ReceivedLetter.Name, act.At, found.LinkNumber)
            : found, cancellation);
    }
}
