using WelWee3D.Mail;
using WelWee3D.People;

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
        var body = new LetterBody(request.Language, "We hebben meer tijd nodig voor je verzoek", "We need more time for your request")
            .Greet()
            .Say(
                $"Het lukt ons niet om je verzoek binnen een maand te beantwoorden. De wet geeft ons er drie: je krijgt uiterlijk op {end} antwoord. De reden is:",
                $"We cannot answer your request within a month. The law gives us three: you will have our answer on {end} at the latest. The reason is:")
            .Quote(extension.Reason)
            .Facts(("Kenmerk", "Reference", reference))
            .Say(Authority.After(request.Language));
        return follow.AddTo(body, request).Goodbye();
    }
}
