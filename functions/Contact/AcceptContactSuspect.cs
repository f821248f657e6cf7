using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Contact;

/// <summary>There is a person behind it: it becomes a message, as if it had been taken when it came.</summary>
public sealed class AcceptContactSuspect(FrontDoor door, ContactSuspects suspects, ContactMessages messages, ContactIntake intake)
{
    [Function(nameof(AcceptContactSuspect))]
    [Describes("Takes a form that looked like a robot's as the message that it is.", Answer = typeof(MessageTaken), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/contact/suspects/{id}/accept")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            if (!Id.TryParse(id, out var known))
                return Answers.NotFound("suspect");
            var isMessage = await messages.Find(known, cancellation) is not null;
            if (await suspects.Find(known, cancellation) is not { ErasureRequestedOn: null } suspect)
                return isMessage ? Answers.Ok(MessageTaken.Of(known)) : Answers.NotFound("suspect");
            if (ContactRules.Restricted(suspect.RestrictedOn) is { } restricted)
                return restricted;

            // The message first: who dies in between, and is asked again, finds it.
            if (!isMessage)
                await intake.Take(suspect.ToMessage(), hasReceipt: suspect.IsProven, cancellation);
            await suspects.Accepted(known, cancellation);
            return Answers.Ok(MessageTaken.Of(known));
        });
}
