using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using WelWee3D.Staff;
using WelWee3D.Telemetry;

namespace WelWee3D.Contact;

/// <summary>
/// Staff write down a message that came by phone or by mail: kept as one from the form is. Nobody is written to: its sender was
/// spoken with, and who takes it knows of it.
/// </summary>
public sealed class TakeContact(
    FrontDoor door, ContactMessages messages, DestroyedContacts destroyed, SubjectKeys keys, IOptions<MailOptions> mail, Measures measures, RetentionRules rules,
    TimeProvider clock)
{
    [Function(nameof(TakeContact))]
    [Describes(
        "Takes a message that came by phone or by mail.", Body = [typeof(TakenContactForm)], Needs = ["name", "message", "channel", "receivedOn"],
        Example = """{"name": "Eva", "phone": "+31612345678", "message": "Wil graag teruggebeld worden.", "channel": "phone", "receivedOn": "2026-11-22"}""",
        Status = 201, Answer = typeof(ContactView), Also = [409, 410], Headers = [IdempotencyKey.Header])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/contacts")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async caller =>
        {
            var (now, mailboxes) = (clock.GetUtcNow(), mail.Value.Mailboxes);
            var read = await Body.Json<TakenContactForm>(request, form => form.Problems(Amsterdam.DateOf(now), mailboxes), ContactFields.MaxBytes, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;
            if (!IdempotencyKey.TryRead(request, field: null, out var key))
                return Answers.Unreadable(IdempotencyKey.Header, IdempotencyKey.Form);

            var ids = key?.TakenOn(read.Value.ReceivedOn!.Value, keys) ?? [];
            var message = read.Value.ToMessage(at => ids.Count > 0 ? ids[0] : Id.New(at), now, caller.Id, mailboxes);
            if (await Earlier(ids, cancellation) is { } earlier)
                return Repeated(earlier, message);
            if (await destroyed.Among(ids, cancellation) is not null)
                return Answers.Gone("message");
            if (!read.Value.DestroysNow && messages.Sooner(before: null, message) is [var soon])
                return Answers.DestroysSoon([new KeptItem(soon)]);
            return await messages.Add(message, cancellation) ? Taken(message) : Repeated((await messages.Find(message.Id, cancellation))!, message);
        });

    private async Task<ContactMessage?> Earlier(IReadOnlyList<Id> ids, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(ids.Select(id => messages.Find(id, cancellation)));
        return found.FirstOrDefault(each => each is not null);
    }

    private IResult Taken(ContactMessage message)
    {
        measures.MessageReceived();
        return Told(message);
    }

    private IResult Repeated(ContactMessage first, ContactMessage message) => first.Says(message)
        ? Told(first)
        : Answers.Invalid(new Problems { { IdempotencyKey.Header, "Was used before, for another message." } });

    private IResult Told(ContactMessage message) =>
        Answers.Created(ApiPaths.Of($"contacts/{message.Id}"), ContactView.Of(message, message.Retention(rules, clock.Today())));
}
