using WelWee3D.Mail;
using WelWee3D.People;

namespace WelWee3D.PrivacyRequests;

/// <summary>Tells the person that the request was received, and by when it is answered.</summary>
public sealed class ReceivedLetter(RequestRegister requests, FollowLinks follow, IOptions<MailOptions> mail) : RequestLetter(requests, mail)
{
    public const string Name = "request-received";

    public override string Kind => Name;

    protected override LetterBody? Body(PrivacyRequest request, int number)
    {
        // Once it is answered, the answer is what she needs to know. Of her present address there is another letter.
        if (request.Status != RequestStatus.Open || number != request.LinkNumber)
            return null;
        var (received, end) = (Day(request.ReceivedOn, request), Day(request.Deadline.End, request));
        var body = new LetterBody(request.Language, "We hebben je verzoek ontvangen", "We have received your request")
            .Greet()
            .Say(
                $"Je verzoek is op {received} bij ons binnengekomen. Je krijgt uiterlijk op {end} antwoord.",
                $"Your request came in on {received}. You will have our answer on {end} at the latest.")
            .Facts(("Verzoek", "Request", Kinds(request)), ("Kenmerk", "Reference", $"{Reference.Of(request.Id)}"))
            .Say(
                "Wil je nog iets toevoegen? Beantwoord dan deze mail. Stuur ons nooit een kopie van een paspoort of identiteitskaart: die hebben we niet nodig.",
                "Do you have something to add? Answer this mail. Never send us a copy of a passport or identity card: we do not need one.");
        if (request.Kind == RequestKind.Complaint)
            body.Say(Authority.Beside(request.Language));
        return follow.AddTo(body, request).Goodbye();
    }
}
