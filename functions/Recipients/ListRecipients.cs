using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Recipients;

public sealed class ListRecipients(FrontDoor door, RecipientRegister recipients)
{
    [Function(nameof(ListRecipients))]
    [Describes("Lists the registered recipients, by label.", Answer = typeof(Page<Recipient>))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/recipients")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var read = Paging.Of<RecipientLabel>(request, RecipientLabel.TryParse);
            if (read.Refusal is { } refusal)
                return refusal;

            var (from, limit) = read.Value;
            var found = await recipients.From(from, limit + 1, cancellation).Take(limit + 1).ToListAsync(cancellation);
            return Answers.Ok(Page.Of(found, limit, recipient => recipient.Label));
        }, Paging.Continuation, Paging.Limit);
}
