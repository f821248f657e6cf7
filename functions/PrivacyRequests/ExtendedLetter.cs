using Microsoft.Extensions.Options;
using WelWee3D.Mail;
using WelWee3D.People;
using WelWee3D.Storage;

namespace WelWee3D.PrivacyRequests;

/// <summary>Tells the person, within the first month, that it takes longer, and why (GDPR article 12(3)).</summary>
public sealed class ExtendedLetter(RequestRegister requests, FollowLinks follow, IOptions<MailOptions> mail) : RequestLetter(requests, mail)
{
    public const string Name = "request-extended";

    public override string Kind => Name;

    protected override LetterBody? Body(PrivacyRequest request, int number)
    {
        if (request is not { Extension: { } extension, Closing: null })
            return null;
        var (end, reference) = (Day(request.Deadline.End, request), $"{Reference.Of(request.Id)}");
        var body = request.Language == "en"
            ? new LetterBody("en", "We need more time for your request")
                .Say("Hello,")
                .Say($"We cannot answer your request within a month. The law gives us three: you will have our answer on {end} at the latest. The reason is:")
                .Quote(extension.Reason)
                .Facts(("Reference", reference))
                .Say(Authority.After("en"))
            : new LetterBody("nl", "We hebben meer tijd nodig voor je verzoek")
                .Say("Dag,")
                .Say($"Het lukt ons niet om je verzoek binnen een maand te beantwoorden. De wet geeft ons er drie: je krijgt uiterlijk op {end} antwoord. De reden is:")
                .Quote(extension.Reason)
                .Facts(("Kenmerk", reference))
                .Say(Authority.After("nl"));
        follow.AddTo(body, request);
        return body.Say(request.Language == "en" ? "Kind regards, Wel & Wee – 3D" : "Groet van Wel & Wee – 3D");
    }
}
