using WelWee3D.Http;
using WelWee3D.People;

namespace WelWee3D.Contact;

public sealed class SubmitContactForm(
    FrontDoor door,
    AllowedOrigins origins,
    ContactMessages messages,
    ContactSuspects suspects,
    DestroyedContacts destroyed,
    ContactIntake intake,
    ContactLimit limit,
    ProofOfWork proof,
    ContactAnswers answers,
    SubjectKeys keys,
    IOptions<ContactOptions> options,
    TimeProvider clock)
{
    [Function(nameof(SubmitContactForm))]
    [Describes(
        "Takes a contact message, by JSON or as a form, and sends its receipt.", Body = [typeof(ContactForm)],
        BodyMedia = [Body.JsonType, Body.UrlEncodedType, Body.MultipartType], Needs = ["name", "email", "message"],
        Example = """{"name": "Eva", "email": "eva@example.nl", "message": "Kan ik volgende week langskomen?", "altcha": "the solved challenge"}""",
        Status = 202, Answer = typeof(MessageTaken), AnswerMedia = ["text/html"], Also = [303, 403, 429], Headers = [IdempotencyKey.Header])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/contact")] HttpRequest request,
        CancellationToken cancellation)
    {
        ContactForm? form = null;
        var answer = await door.Anyone(request, async () =>
        {
            if (origins.Refusal(request) is { } stranger)
                return stranger;
            var read = await ContactForm.Read(request, Problems, cancellation);
            if (read.Refusal is { } refusal)
                return answers.Unreadable(request, refusal, read.Form, read.Faults);
            form = read.Form!;
            return await Answer(request, form, cancellation);
        }, Preferences.LanguageParameter);
        return form is null ? answer : answers.Told(request, form, answer);
    }

    private async Task<IResult> Answer(HttpRequest request, ContactForm form, CancellationToken cancellation)
    {
        if (!IdempotencyKey.TryRead(request, form.IdempotencyKey, out var key))
            return answers.Unreadable(request, NoKey, form);
        if (Problems(form) is { Any: true } problems)
            return answers.Invalid(request, form, problems);

        var now = clock.GetUtcNow();
        var id = key?.MessageOn(Amsterdam.DateOf(now), keys) ?? Id.New(now);
        return await Take(ContactMessage.From(form, id, now), key, form, request, cancellation);
    }

    private Problems Problems(ContactForm form) => form.Problems(options.Value.ThanksPages);

    private static IResult NoKey =>
        Answers.Unreadable(IdempotencyKey.Header, IdempotencyKey.Form);

    private async Task<IResult> Take(
        ContactMessage message, IdempotencyKey? key, ContactForm form, HttpRequest request, CancellationToken cancellation)
    {
        // Whoever repeats takes no place of a message; but a key proves nothing, and each costs several look-ups.
        if (key is not null && limit.WaitToLook(request) is { } patience)
            return answers.TooMany(request, form, patience);
        var aside = key is null ? null : await Earlier(suspects.Find, message, key, cancellation);
        if (key is not null && await Before(message, key, aside, form, request, cancellation) is { } before)
            return before;
        if (limit.Wait(request) is { } wait)
            return answers.TooMany(request, form, wait);
        // One that looked like a robot's comes again and does not: it is the message that it was then.
        message = aside?.ToMessage() ?? message;
        // Without script no challenge is solved: the message is taken, and no letter goes to whatever address is in it.
        var isProven = await proof.IsGiven(form.Altcha, message.Id, cancellation);
        if (!isProven && (form.Altcha is not null || !request.IsFromPage()))
            return answers.Invalid(request, form, ProofOfWork.Missing);

        // Else the same request came twice at once, and the other was faster.
        var faster = form.IsFromRobot ? await PutAside(message, isProven, cancellation) : await TakeIn(message, isProven, aside, cancellation);
        return faster is null ? answers.Accepted(request, form, message.Id) : Repeated(faster, message, form, request);
    }

    /// <summary>What is answered to who used the key before; null where it is to be taken.</summary>
    private async Task<IResult?> Before(
        ContactMessage message, IdempotencyKey key, ContactSuspect? aside, ContactForm form, HttpRequest request, CancellationToken cancellation)
    {
        if (await Earlier(messages.Find, message, key, cancellation) is { } earlier)
        {
            // It became this message, and who took it in died before it was none any more.
            if (aside?.Id == earlier.Id && aside.ToMessage().Says(earlier))
                await suspects.Accepted(aside.Id, cancellation);
            return Repeated(earlier, message, form, request);
        }
        // Answered alike, or a robot would learn that it was suspected.
        if (aside is not null && (form.IsFromRobot || aside is not { RestrictedOn: null, ErasureRequestedOn: null } || !aside.ToMessage().Says(message)))
            return Repeated(aside.ToMessage(), message, form, request);
        return await destroyed.Among(Repeats(message, key), cancellation) is { } gone ? answers.Accepted(request, form, gone) : null;
    }

    private IResult Repeated(ContactMessage first, ContactMessage message, ContactForm form, HttpRequest request) =>
        first.Says(message) ? answers.Accepted(request, form, first.Id) : answers.UsedKey(request, form);

    /// <summary>Its sender is told the same, and a person behind it is found by staff.</summary>
    /// <returns>The one that was faster.</returns>
    private async Task<ContactMessage?> PutAside(ContactMessage message, bool isProven, CancellationToken cancellation) =>
        await suspects.Add(ContactSuspect.From(message, isProven), cancellation) ? null : (await suspects.Find(message.Id, cancellation))?.ToMessage();

    /// <param name="aside">What it was until now.</param>
    /// <returns>The one that was faster.</returns>
    private async Task<ContactMessage?> TakeIn(ContactMessage message, bool isProven, ContactSuspect? aside, CancellationToken cancellation)
    {
        if (!await intake.Take(message, hasReceipt: isProven, cancellation))
            return await messages.Find(message.Id, cancellation);
        if (aside is not null)
            await suspects.Accepted(aside.Id, cancellation);
        return null;
    }

    private async Task<T?> Earlier<T>(
        Func<Id, CancellationToken, Task<T?>> find, ContactMessage message, IdempotencyKey key, CancellationToken cancellation)
        where T : class
    {
        var found = await Task.WhenAll(Repeats(message, key).Select(id => find(id, cancellation)));
        return found.FirstOrDefault(earlier => earlier is not null);
    }

    /// <summary>
    /// A key is honoured on its day and the next, so that a request may be repeated over midnight; and on the day before, for
    /// a clock that was set back over midnight.
    /// </summary>
    private IEnumerable<Id> Repeats(ContactMessage message, IdempotencyKey key) =>
        ((int[])[0, -1, 1]).SelectMany(days => key.MessagesOn(message.ReceivedOn.AddDays(days), keys));
}
