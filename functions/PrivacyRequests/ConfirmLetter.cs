using WelWee3D.Http;
using WelWee3D.Mail;

namespace WelWee3D.PrivacyRequests;

/// <summary>
/// Asks whoever has the mail address whether the request is theirs. It tells nothing that was filled in but the kind: anybody
/// can have it sent to any address.
/// </summary>
public sealed class ConfirmLetter(RequestRegister requests, ConfirmationLinks links, IOptions<MailOptions> mail) : RequestLetter(requests, mail)
{
    public const string Name = "request-confirm";

    public override string Kind => Name;

    protected override LetterBody? Body(PrivacyRequest request, int number)
    {
        if (request.Status != RequestStatus.Unconfirmed || number != request.LinkNumber)
            return null;
        var address = Mail.Link(ApiPaths.Of($"privacy-requests/confirm/{links.To(request)}"));
        var (until, reference) = (Day(request.ConfirmBy, request), $"{Reference.Of(request.Id)}");
        return new LetterBody(request.Language, "Bevestig je verzoek", "Confirm your request")
            .Greet()
            .Say(
                "Op onze website heeft iemand met dit mailadres een privacyverzoek gedaan. Was jij dat? Bevestig het dan met deze link:",
                "On our website somebody made a privacy request with this mail address. Was that you? Then confirm it with this link:")
            .Link(address)
            .Facts(("Verzoek", "Request", Kinds(request)), ("Kenmerk", "Reference", reference), ("Bevestig het uiterlijk op", "Confirm it by", until))
            .Say(
                "Was jij het niet? Dan hoef je niets te doen: na die dag wordt vernietigd wat is ingevuld.",
                "Was it not you? Then you need not do anything: after that day what was filled in is destroyed.")
            .Goodbye();
    }
}
