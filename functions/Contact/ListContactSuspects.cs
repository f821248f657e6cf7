using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Contact;

public sealed class ListContactSuspects(FrontDoor door, ContactSuspects suspects)
{
    [Function(nameof(ListContactSuspects))]
    [Describes("Lists the forms that looked like a robot's and can still be taken, oldest first.", Answer = typeof(Page<SuspectView>))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contact/suspects")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var read = Paging.Of<Id>(request, Id.TryParse);
            if (read.Refusal is { } refusal)
                return refusal;

            var (from, limit) = read.Value;
            var found = await suspects.From(from, limit + 1, cancellation);
            return Answers.Ok(Page.Of([.. found.Select(View)], limit, each => $"{each.Id}"));
        }, Paging.Continuation, Paging.Limit);

    private static SuspectView View(ContactSuspect suspect) => new(
        suspect.Id, Reference.Of(suspect.Id), suspect.Name, suspect.Email, suspect.Phone, suspect.Message, suspect.Locale, suspect.ReceivedAt, suspect.Due.On);

    private sealed record SuspectView(
        Id Id, Reference Reference, string Name, string Email, string? Phone, string Message, string Locale, DateTimeOffset ReceivedAt, DateOnly? DueOn);
}
