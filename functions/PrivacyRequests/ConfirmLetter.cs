using Microsoft.Extensions.Options;
using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Storage;

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
        return request.Language == "en"
            ? new LetterBody("en", "Confirm your request")
                .Say("Hello,")
                .Say("On our website somebody made a privacy request with this mail address. Was that you? Then confirm it with this link:")
                .Link(address)
                .Facts(("Request", Kinds(request)), ("Reference", reference), ("Confirm it by", until))
                .Say("Was it not you? Then you need not do anything: after that day what was filled in is destroyed.")
                .Say("Kind regards, Wel & Wee – 3D")
            : new LetterBody("nl", "Bevestig je verzoek")
                .Say("Dag,")
                .Say("Op onze website heeft iemand met dit mailadres een privacyverzoek gedaan. Was jij dat? Bevestig het dan met deze link:")
                .Link(address)
                .Facts(("Verzoek", Kinds(request)), ("Kenmerk", reference), ("Bevestig het uiterlijk op", until))
                .Say("Was jij het niet? Dan hoef je niets te doen: na die dag wordt vernietigd wat is ingevuld.")
                .Say("Groet van Wel & Wee – 3D");
    }
}
