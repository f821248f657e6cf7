using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Staff;

namespace WelWee3D.Contact;

/// <summary>Staff destroyed the mail of a message: it may be there itself, or be gone. Saying it again changes nothing.</summary>
public sealed class ConfirmMailDestroyed(FrontDoor door, ContactMessages messages, MailboxTasks tasks, MailCopies copies, TimeProvider clock)
{
    [Function(nameof(ConfirmMailDestroyed))]
    [Describes(
        "Confirms that the mail of a message was destroyed in its mailbox.", Body = [typeof(Form)], BodyIsOptional = true, Example = """{"destroyedOn": "2026-11-22"}""",
        Answer = typeof(MailCopy), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mailboxes/tasks/{id}/destroyed")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async caller =>
        {
            if (!Id.TryParse(id, out var known))
                return Answers.NotFound("mail");
            var read = await Body.JsonIfAny<Form>(request, new(), 1024, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var message = await messages.Find(known, cancellation);
            if (ContactRules.Restricted(message?.RestrictedOn) is { } restricted)
                return restricted;
            if ((message is null ? (await tasks.Find(known, cancellation))?.Copy : message.MailCopy) is not { } copy)
                return Answers.NotFound("mail");
            var (today, on) = (clock.Today(), read.Value.DestroyedOn);
            return NotDestroyed(copy, on, today)
                ?? (await copies.Confirm(known, on ?? today, caller.Id, cancellation) is { } confirmed ? Answers.Ok(confirmed) : Answers.NotFound("mail"));
        });

    /// <summary>Why it cannot have been destroyed on that day; null when it can, or was.</summary>
    private static IResult? NotDestroyed(MailCopy copy, DateOnly? on, DateOnly today)
    {
        if (on is not { } day)
            return null;
        if (copy.DestroyedOn is { } before)
            return day == before ? null : Answers.Conflict("destroyedOn", $"The mail was destroyed on {before.Iso()} already.");
        var problems = new Problems();
        problems.CheckDay("destroyedOn", day, copy.Day, today);
        return problems.Any ? Answers.Invalid(problems) : null;
    }

    private sealed record Form(DateOnly? DestroyedOn = null);
}
