using Microsoft.Extensions.Options;
using WelWee3D.Mail;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.PrivacyRequests;

/// <summary>The answer: what was done, or by which article it was not, and where to go with that.</summary>
public sealed class ClosedLetter(RequestRegister requests, IOptions<MailOptions> mail) : RequestLetter(requests, mail)
{
    public const string Name = "request-closed";

    public override string Kind => Name;

    protected override LetterBody? Body(PrivacyRequest request, int number)
    {
        // What was answered before it was reopened is not the answer any more.
        if (request.Closing is not { } closing || number != request.Answers - 1)
            return null;
        var isEnglish = request.Language == "en";
        var body = new LetterBody(request.Language, isEnglish ? "The answer to your request" : "Het antwoord op je verzoek")
            .Say(isEnglish ? "Hello," : "Dag,")
            .Say(Said(In(request, closing)));
        if (closing.Ground is { } article && Ground.Find(article) is { } ground)
            body.Say(Said(new(
                $"De reden is: {ground.Words.Dutch} (artikel {article} van de AVG).", $"The reason is: {ground.Words.English} (article {article} of the GDPR).")));
        if (closing.Note is { } note)
            body.Say(Said(new("We schrijven erbij:", "We add:"))).Quote(note);
        body.Facts(
            (isEnglish ? "Request" : "Verzoek", Kinds(request)), (isEnglish ? "Reference" : "Kenmerk", $"{Reference.Of(request.Id)}"),
            (isEnglish ? "Received on" : "Ontvangen op", Day(request.ReceivedOn, request)));
        if (closing.Outcome is RequestOutcome.Refused or RequestOutcome.Partly || request.Kind == RequestKind.Complaint)
            body.Say(Authority.After(request.Language));
        var keptUntil = Day(RetentionSchedule.PrivacyRequest.Term.After(closing.On), request);
        return body
            .Say(Said(new(
                $"We bewaren je verzoek tot en met {keptUntil}, om te kunnen laten zien hoe het is afgehandeld.",
                $"We keep your request up to and including {keptUntil}, to be able to show how it was dealt with.")))
            .Say(Said(new("Groet van Wel & Wee – 3D", "Kind regards, Wel & Wee – 3D")));

        string Said(Words words) => isEnglish ? words.English : words.Dutch;
    }

    private static Words In(PrivacyRequest request, Closing closing) => closing.Outcome switch
    {
        RequestOutcome.Done when request.Kind == RequestKind.Complaint => new("We hebben je klacht behandeld.", "We have dealt with your complaint."),
        RequestOutcome.Done => new("We hebben gedaan wat je hebt gevraagd.", "We have done what you asked."),
        RequestOutcome.Partly => new(
            "We hebben een deel gedaan van wat je hebt gevraagd, en de rest niet.", "We have done a part of what you asked, and not the rest."),
        RequestOutcome.Refused => new("We doen niet wat je hebt gevraagd.", "We will not do what you asked."),
        RequestOutcome.Withdrawn => new(
            "Je hebt laten weten dat je verzoek niet meer hoeft. We doen er niets meer mee.", "You let us know that you ask it no more. We will do nothing more about it."),
        _ => new(
            $"Je had dit al gevraagd: je krijgt antwoord op het verzoek met kenmerk {Reference.Of(closing.Of!.Value)}.",
            $"You had asked this before: you will have our answer to the request with reference {Reference.Of(closing.Of!.Value)}."),
    };
}
