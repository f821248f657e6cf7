using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>How a request ended, as its person is told.</summary>
internal static class RequestEnd
{
    public static Words Words(PrivacyRequest request, Closing closing) => closing.Outcome switch
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

    /// <summary>Why it was refused, where it was, with the article by which.</summary>
    public static Words? Reason(Closing closing)
    {
        if (closing.Ground is not { } article || Ground.Find(article) is not { } ground)
            return null;
        var (dutch, english) = ground.IsCited ? ($" ({Article.OfTheGdpr(article).Dutch})", $" ({Article.OfTheGdpr(article).English})") : ("", "");
        return new($"De reden is: {ground.Words.Dutch}{dutch}.", $"The reason is: {ground.Words.English}{english}.");
    }
}
