using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Staff;

namespace WelWee3D.Contact;

/// <summary>The mail that is to be destroyed in the mailboxes of the practice: of messages that are gone, and of those that soon will be.</summary>
public sealed class ListMailboxTasks(FrontDoor door, MailCopies copies)
{
    [Function(nameof(ListMailboxTasks))]
    [Describes("Lists the mail that is to be destroyed in the mailboxes of the practice.", Answer = typeof(Page<MailToDestroy>))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/mailboxes/tasks")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var read = Paging.Of<ListPlace>(request, ListPlace.TryParse);
            if (read.Refusal is { } refusal)
                return refusal;
            var asked = await copies.ToDestroy(cancellation).ToListAsync(cancellation);
            return Answers.Ok(ListPlace.Page(asked, mail => new(mail.Deadline, mail.Id), read.Value));
        }, Paging.Continuation, Paging.Limit);
}
