using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Staff;

namespace WelWee3D.Contact;

/// <summary>What staff choose from when they take a message or give it to somebody: as the settings name them, and no address.</summary>
public sealed class ListColleagues(FrontDoor door, Colleagues colleagues, IOptions<MailOptions> mail)
{
    [Function(nameof(ListColleagues))]
    [Describes("Names the colleagues to whom a message can be forwarded, and the mailboxes of the practice.", Answer = typeof(View))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/colleagues")] HttpRequest request) =>
        door.Only(Role.Staff, request, _ => Task.FromResult(Answers.Ok(new View(colleagues.Names, [.. mail.Value.Mailboxes]))));

    private sealed record View(IReadOnlyList<string> Colleagues, IReadOnlyList<string> Mailboxes);
}
