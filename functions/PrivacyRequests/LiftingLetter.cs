using WelWee3D.Mail;
using WelWee3D.People;

namespace WelWee3D.PrivacyRequests;

/// <summary>Tells a person that a restriction will be lifted, before it is (GDPR article 18(3)).</summary>
public sealed class LiftingLetter(RequestRegister requests, IOptions<MailOptions> mail) : RequestLetter(requests, mail)
{
    public const string Name = "restriction-lifting";

    public override string Kind => Name;

    protected override LetterBody? Body(PrivacyRequest request, int number)
    {
        if (request.Letters.All(letter => (letter.Kind, letter.Number) != (Name, number)))
            return null;
        return new LetterBody(request.Language, "We gaan je gegevens weer gebruiken", "We are going to use your data again")
            .Greet()
            .Say(
                "Je hebt ons het gebruik van je gegevens laten beperken. We gaan die beperking opheffen: dan mogen we je gegevens weer gebruiken, en bewaren we ze niet langer dan de gewone termijn.",
                "You had us restrict the use of your data. We are going to lift that restriction: then we may use your data again, and keep them no longer than for their usual term.")
            .Say("Ben je het er niet mee eens? Beantwoord dan deze mail.", "Do you not agree? Then reply to this mail.")
            .Facts(("Kenmerk", "Reference", $"{Reference.Of(request.Id)}"))
            .Say(Authority.After(request.Language))
            .Goodbye();
    }
}
