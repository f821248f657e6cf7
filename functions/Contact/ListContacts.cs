using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Contact;

/// <summary>The messages, or those that are looked for, newest first, but for those that may only be stored.</summary>
public sealed class ListContacts(
    FrontDoor door, RecordSearch records, ContactMessages messages, RetentionRules rules, TimeProvider clock)
{
    [Function(nameof(ListContacts))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "contacts")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var problems = new Problems();
            var (search, state) = (Search.Of(request, problems), MessageStates.Of(request, problems));
            var read = Paging.Of<Id>(request, Id.TryParse, problems);
            if (read.Refusal is { } refusal)
                return refusal;

            var (after, limit) = read.Value;
            var candidates = records.Candidates(
                ContactMessages.Kind, search, state is { } asked ? SearchTerms.OfState($"{asked}") : SearchTerms.Any, after, cancellation);
            var page = await RecordSearch.Page(candidates, limit, id => Find(id, search, state, cancellation));
            return search.Refusal(page, after) ?? Answers.Ok(page.Told(message => ContactView.Of(message, message.Retention(rules, clock.Today()))));
        }, [.. Search.Parameters, MessageStates.Parameter, Paging.Continuation, Paging.Limit]);

    private async Task<ContactMessage?> Find(Id id, Search search, MessageState? state, CancellationToken cancellation)
    {
        try
        {
            return await messages.Find(id, cancellation) is { RestrictedOn: null, ErasureRequestedOn: null } message
                && search.Matches(id, message.Name, message.Email, message.Phone) && (state ?? message.State) == message.State
                    ? message
                    : null;
        }
        catch (UnreadableException)
        {
            // The others are listed all the same; the reconciliation tells it.
            return null;
        }
    }
}
