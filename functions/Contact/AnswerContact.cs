using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Retention;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Contact;

/// <summary>Says that a message was answered, or that it was not after all. Saying it again changes nothing.</summary>
public sealed class AnswerContact(FrontDoor door, ContactMessages messages, RetentionRules rules, TimeProvider clock)
{
    private const long MaxBytes = 1024;

    [Function(nameof(AnswerContact))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "contacts/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async caller =>
        {
            if (!Id.TryParse(id, out var known))
                return Answers.NotFound("message");
            var read = await MergePatch.Read<Form>(request, MaxBytes, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;
            var (form, problems) = read.Value.Apply(new Form(), form => form.Problems());
            if (problems.Any)
                return read.Value.IsUnreadable ? Answers.Unreadable(problems) : Answers.Invalid(problems);

            var today = clock.Today();
            var message = await messages.Change(
                known, found => ContactRules.Restricted(found.RestrictedOn) is null ? found.Answered(form.Answered!.Value, today, caller.Id) : found, cancellation);
            return message is null or { ErasureRequestedOn: not null }
                ? Answers.NotFound("message")
                : ContactRules.Restricted(message.RestrictedOn) ?? Answers.Ok(ContactView.Of(message, message.Retention(rules, today)));
        });

    private sealed record Form(bool? Answered = null)
    {
        public Problems Problems() => Answered is null ? new Problems { { "answered", "Must be true or false." } } : [];
    }
}
