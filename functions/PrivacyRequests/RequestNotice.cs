using WelWee3D.Http;
using WelWee3D.Mail;

namespace WelWee3D.PrivacyRequests;

/// <summary>Tells the practice that there is a request, by its reference: whose it is is told to who signs in.</summary>
public sealed class RequestNotice(RequestRegister requests, IOptions<MailOptions> mail) : ILetterRenderer
{
    public const string Name = "request-notice";

    public string Kind => Name;

    public async Task<RenderedLetter?> Render(string reference, CancellationToken cancellation)
    {
        if (await requests.Find(Id.Parse(reference), cancellation) is not { Status: RequestStatus.Open } request)
            return null;
        var told = Reference.Of(request.Id);
        var body = new LetterBody("nl", "Er is een privacyverzoek")
            .Say($"Iemand heeft een privacyverzoek gedaan. Het moet uiterlijk op {LetterBody.Day(request.Deadline.End, "nl")} zijn beantwoord.")
            .Facts(("Kenmerk", $"{told}"))
            .Link(mail.Value.Link(StaffPages.Of($"requests/{request.Id}")));
        return new(mail.Value.Practice, $"Privacyverzoek, kenmerk {told}", body);
    }
}
