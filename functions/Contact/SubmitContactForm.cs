using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Contact;

public sealed class SubmitContactForm(
    FrontDoor door,
    ContactMessages messages,
    Letters letters,
    Ledger ledger,
    ContactLimit limit,
    SubjectKeys keys,
    IOptions<ContactOptions> options,
    TimeProvider clock)
{
    [Function(nameof(SubmitContactForm))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "contact")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Anyone(request, async () =>
        {
            if (!IdempotencyKey.TryRead(request, out var key))
                return Answers.Unreadable(IdempotencyKey.Header, "Must be given once, as 1 to 255 visible ASCII characters.");
            var read = await ContactForm.Read(request, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;
            var form = read.Value;
            if (form.Problems(options.Value.ThanksPages) is { Any: true } problems)
                return Answers.Invalid(problems);
            // form.Altcha, the proof of work, is not looked at yet: no challenges are given out so far.

            var now = clock.GetUtcNow();
            var id = key?.MessageOn(Amsterdam.DateOf(now), keys) ?? Id.New(now);
            return form.IsFromRobot
                ? Accepted(id, form, request)
                : await Take(ContactMessage.From(form, id, now), key, form, request, cancellation);
        });

    private async Task<IResult> Take(
        ContactMessage message, IdempotencyKey? key, ContactForm form, HttpRequest request, CancellationToken cancellation)
    {
        if (key is not null && await Earlier(message, key, cancellation) is { } earlier)
            return Repeated(earlier);
        if (key is not null && await WasDestroyed(message, key, cancellation) is { } destroyed)
            return Accepted(destroyed, form, request);
        if (limit.Wait(request) is { } wait)
            return Answers.TooMany(wait);

        // The letters first: one without its message is dropped, a message without its letters would lie unread.
        await letters.Add(new(ContactNotice.Name, $"{message.Id}"), cancellation);
        await letters.Add(new(ContactReceipt.Name, $"{message.Id}"), cancellation);
        if (await messages.Add(message, cancellation))
            return Accepted(message.Id, form, request);

        // The same request came twice at once, and the other was faster.
        return await messages.Find(message.Id, cancellation) is { } faster ? Repeated(faster) : Accepted(message.Id, form, request);

        IResult Repeated(ContactMessage first) =>
            first.Says(message)
                ? Accepted(first.Id, form, request)
                : Answers.Invalid(new Problems { { IdempotencyKey.Header, "Was used before, for another message." } });
    }

    /// <summary>A key is honoured on its day and the next, so that a request may be repeated over midnight.</summary>
    private async Task<ContactMessage?> Earlier(ContactMessage message, IdempotencyKey key, CancellationToken cancellation) =>
        await messages.Find(message.Id, cancellation)
        ?? await messages.Find(key.MessageOn(message.ReceivedOn.AddDays(-1), keys), cancellation);

    /// <summary>A message that was destroyed does not come back under its id when its request does.</summary>
    private async Task<Id?> WasDestroyed(ContactMessage message, IdempotencyKey key, CancellationToken cancellation)
    {
        foreach (var id in (Id[])[message.Id, key.MessageOn(message.ReceivedOn.AddDays(-1), keys)])
            if (await ledger.OfBatch(ContactMessages.Kind, messages.BatchOf(id), cancellation)
                .AnyAsync(line => line.Line.Items.Any(item => item.Id == id), cancellation))
                return id;
        return null;
    }

    private IResult Accepted(Id reference, ContactForm form, HttpRequest request) =>
        ThanksPage.For(request, form, options.Value.ThanksPages) is { } page
            ? Answers.SeeOther(page)
            : Answers.Accepted(new { reference });
}
