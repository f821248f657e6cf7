using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Staff;

namespace WelWee3D.Contact;

/// <summary>The messages, or those that are looked for, newest first, those of some days by the day received, but for those that may only be stored.</summary>
public sealed class ListContacts(
    FrontDoor door, RecordSearch records, SearchIndex index, ContactMessages messages, RetentionRules rules, TimeProvider clock)
{
    [Function(nameof(ListContacts))]
    [Describes("Lists or finds messages, newest first.", Answer = typeof(Page<ContactView>))]
    [Choice(MessageStates.Parameter, typeof(MessageState))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contacts")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var problems = new Problems();
            var (search, state, days) = (Search.Of(request, problems), MessageStates.Of(request, problems), MessageDays.Of(request, problems));
            var read = Paging.Of<Id>(request, Id.TryParse, problems);
            if (read.Refusal is { } refusal)
                return refusal;

            var (after, limit) = read.Value;
            var candidates = search.IsEmpty && !days.IsAny ? Of(days, after, cancellation) : records.Candidates(
                ContactMessages.Kind, search, state is { } asked ? MessageStates.TermOf(asked) : SearchTerms.Any, after, cancellation);
            var page = await RecordSearch.Page(candidates, limit, id => Find(id, search, state, days, cancellation));
            return search.Refusal(page, after) ?? Answers.Ok(page.Told(message => ContactView.Of(message, message.Retention(rules, clock.Today()))));
        }, [.. Search.Parameters, MessageStates.Parameter, .. MessageDays.Parameters, Paging.Continuation, Paging.Limit]);

    private async IAsyncEnumerable<Id> Of(MessageDays days, Id? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // A page ends at a message; of one that has gone since, the day is told by its id.
        var place = after is { } last
            ? (MessageDays.TermOf((await messages.Find(last, cancellation))?.ReceivedOn ?? Amsterdam.DateOf(last.MadeAt)), last)
            : ((string, Id)?)null;
        await foreach (var (_, id) in index.Find(ContactMessages.Kind, days.FirstTerm, days.LastTerm, place, cancellation))
            yield return id;
    }

    private async Task<ContactMessage?> Find(Id id, Search search, MessageState? state, MessageDays days, CancellationToken cancellation) =>
        await messages.Find(id, cancellation) is { RestrictedOn: null, ErasureRequestedOn: null } message
            && search.Matches(id, message.Name, message.Email, message.Phone) && (state ?? message.State) == message.State && days.Have(message.ReceivedOn)
                ? message
                : null;
}
