using WelWee3D.Http;
using WelWee3D.Retention;
using WelWee3D.Staff;

namespace WelWee3D.Contact;

/// <summary>One message, as long as it may be used.</summary>
public sealed class GetContact(FrontDoor door, ContactMessages messages, RetentionRules rules, TimeProvider clock)
{
    [Function(nameof(GetContact))]
    [Describes("Shows one message.", Answer = typeof(ContactView), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contacts/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            if (!Id.TryParse(id, out var known) || await messages.Find(known, cancellation) is not { ErasureRequestedOn: null } message)
                return Answers.NotFound("message");
            if (ContactRules.Restricted(message.RestrictedOn) is { } restricted)
                return restricted;

            // Who looks at it may want to keep it.
            var today = clock.Today();
            await messages.Change(known, found => found.UsedOn == today || found.RestrictedOn is not null ? found : found with { UsedOn = today }, cancellation);
            return Answers.Ok(ContactView.Of(message, message.Retention(rules, today)));
        });
}
