using WelWee3D.Mail;
using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>The answer: what was done, or by which article it was not, and where to go with that.</summary>
public sealed class ClosedLetter(RequestRegister requests, FollowLinks follow, IOptions<MailOptions> mail) : RequestLetter(requests, mail)
{
    public const string Name = "request-closed";

    public override string Kind => Name;

    protected override LetterBody? Body(PrivacyRequest request, int number)
    {
        // What was answered before it was reopened is not the answer any more.
        if (request.Closing is not { } closing || number != request.Answers - 1)
            return null;
        var body = Said(new LetterBody(request.Language, "Het antwoord op je verzoek", "The answer to your request").Greet(), RequestEnd.Words(request, closing));
        if (RequestEnd.Reason(closing) is { } reason)
            Said(body, reason);
        if (closing.Note is { } note)
            body.Say("We schrijven erbij:", "We add:").Quote(note);
        body.Facts(
            ("Verzoek", "Request", Kinds(request)), ("Kenmerk", "Reference", $"{Reference.Of(request.Id)}"),
            ("Ontvangen op", "Received on", Day(request.ReceivedOn, request)));
        if (closing.Outcome is RequestOutcome.Refused or RequestOutcome.Partly || request.Kind == RequestKind.Complaint)
            body.Say(Authority.After(request.Language));
        if (request.ErasureRequestedOn is null)
            follow.AddTo(body, request);
        return Said(body, Kept(request, closing)).Goodbye();
    }

    private static LetterBody Said(LetterBody body, Words words) => body.Say(words.Dutch, words.English);

    private static Words Kept(PrivacyRequest request, Closing closing)
    {
        if (request.ErasureRequestedOn is not null)
            return new(
                "Ook dit verzoek wissen we nu. Wat blijft, is dat er een verzoek was en op welke dag het is beantwoord: zonder naam, adres of iets anders van jou.",
                "This request is erased now, too. What stays is that there was a request, and on which day it was answered: without a name, an address or anything else of you.");
        var until = Day(RetentionSchedule.PrivacyRequest.Term.After(closing.On), request);
        return new(
            $"We bewaren je verzoek tot en met {until}, om te kunnen laten zien hoe het is afgehandeld.",
            $"We keep your request up to and including {until}, to be able to show how it was dealt with.");
    }
}
