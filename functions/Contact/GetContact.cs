using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Retention;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Contact;

/// <summary>One message, as long as it may be used.</summary>
public sealed class GetContact(FrontDoor door, ContactMessages messages, RetentionRules rules, TimeProvider clock)
{
    [Function(nameof(GetContact))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "contacts/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
            Id.TryParse(id, out var known) && await messages.Find(known, cancellation) is { ErasureRequestedOn: null } message
                ? ContactRules.Restricted(message.RestrictedOn) ?? Answers.Ok(ContactView.Of(message, message.Retention(rules, clock.Today())))
                : Answers.NotFound("message"));
}
