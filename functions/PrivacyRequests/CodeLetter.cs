using WelWee3D.Mail;

namespace WelWee3D.PrivacyRequests;

/// <summary>A code to the mail address that the practice has of the person: who tells it has that mailbox.</summary>
public sealed class CodeLetter(RequestRegister requests, ConfirmationLinks links, IOptions<MailOptions> mail) : RequestLetter(requests, mail)
{
    public const string Name = "request-code";

    public override string Kind => Name;

    protected override LetterBody? Body(PrivacyRequest request, int number)
    {
        // An older code is good for nothing once there is another.
        if (request.Identity is not { EstablishedOn: null } check || check.Codes != number)
            return null;
        var (code, reference) = (links.Code(request, number), $"{Reference.Of(request.Id)}");
        return new LetterBody(request.Language, "De code voor je verzoek", "The code for your request")
            .Greet()
            .Say(
                "We willen zeker weten dat je verzoek van jou komt. Geef ons deze code door: beantwoord deze mail of vertel hem aan de telefoon. Hij is een week geldig.",
                "We want to be sure that your request comes from you. Tell us this code by answering this mail, or over the phone. It is good for a week.")
            .Facts(("Code", "Code", code), ("Kenmerk", "Reference", reference))
            .Say(
                "Heb je ons niets gevraagd? Geef de code dan aan niemand, en laat het ons weten door deze mail te beantwoorden.",
                "Did you not ask us anything? Then tell nobody the code, and let us know by answering this mail.")
            .Goodbye();
    }
}
