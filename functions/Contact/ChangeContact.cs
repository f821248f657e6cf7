using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using WelWee3D.Staff;

namespace WelWee3D.Contact;

/// <summary>
/// Says that a message was answered, or that it was not after all; gives it to a colleague; sets right what it says. Saying it
/// again changes nothing.
/// </summary>
public sealed class ChangeContact(
    FrontDoor door, ContactMessages messages, Colleagues colleagues, Letters letters, IOptions<MailOptions> mail, RetentionRules rules, TimeProvider clock)
{
    [Function(nameof(ChangeContact))]
    [Describes(
        "Notes that a message was answered, gives it to a colleague, or sets right what it says.", Body = [typeof(ContactPatch)],
        BodyMedia = [MergePatch.Type, Body.JsonType], Example = """{"answered": true}""", Answer = typeof(ContactView), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "api/contacts/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async caller =>
        {
            if (!Id.TryParse(id, out var known))
                return Answers.NotFound("message");
            var read = await MergePatch.Read<ContactPatch>(request, ContactFields.MaxBytes, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var (patch, today) = (read.Value, clock.Today());
            // The letter first: one about a message that was not forwarded is dropped.
            if (await messages.Find(known, cancellation) is { } found && Decide(found, patch, today, caller.Id).Message is { ForwardedTo: { } to } && to != found.ForwardedTo)
                await letters.Add(ForwardedLetter.Of(known, to), cancellation);
            IResult? refused = null;
            var message = await messages.Change(known, stands =>
            {
                (var changed, refused) = Decide(stands, patch, today, caller.Id);
                return changed ?? stands;
            }, cancellation);
            return message is null or { ErasureRequestedOn: not null }
                ? Answers.NotFound("message")
                : refused ?? Answers.Ok(ContactView.Of(message, message.Retention(rules, today)));
        });

    private (ContactMessage? Message, IResult? Refusal) Decide(ContactMessage stands, MergePatch patch, DateOnly today, string by)
    {
        if (ContactRules.Restricted(stands.RestrictedOn) is { } restricted)
            return (null, restricted);
        var (form, problems) = patch.Apply(ContactPatch.Of(stands), form => form.Problems(stands, colleagues, mail.Value.Mailboxes, today));
        if (problems.Any)
            return (null, patch.IsUnreadable ? Answers.Unreadable(problems) : Answers.Invalid(problems));
        var changed = form.ToMessage(stands, mail.Value.Mailboxes, today, by);
        return form.DestroysNow || messages.Sooner(stands, changed) is not [var soon] ? (changed, null) : (null, Answers.DestroysSoon([new KeptItem(soon)]));
    }
}
