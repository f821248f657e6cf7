using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using static System.Net.WebUtility;

namespace WelWee3D.PrivacyRequests;

/// <summary>How a request stands: in one sentence, then what happened and what comes on which day, and how that day was worked out.</summary>
internal sealed class FollowPage(PrivacyRequest request, string language, DateOnly today, string practice)
{
    private readonly PlainWords words = PlainWords.In(language);

    public string Render() => VisitorPage.Of(Title, language, $"""
        {VisitorPage.Top(language, $"{Storage.Reference.Of(request.Id)}")}
        <h1>{Title}</h1>
        <p class="large">{HtmlEncode(Stands())}</p>
        {Answer()}
        <h2>{words.Either("Van begin tot eind", "From beginning to end")}</h2>
        <ol class="life">
        {string.Join('\n', Moments())}
        </ol>
        {VisitorPage.Card(words.Either("Hoe is de laatste dag berekend?", "How was the last day worked out?"), string.Concat(Derived().Select(VisitorPage.Paragraph)))}
        <footer><p>{HtmlEncode(words.Either($"Wil je iets toevoegen of vragen? Schrijf naar {practice} en noem het kenmerk hierboven.", $"Do you have something to add or to ask? Write to {practice} and mention the reference above."))}</p>
        <p class="soft">{HtmlEncode(Authority.Beside(language))}</p></footer>
        """);

    /// <summary>For a link that leads to nothing.</summary>
    public static string Gone(string language, string practice)
    {
        var words = PlainWords.In(language);
        return VisitorPage.Saying(
            words.Either("Deze link werkt niet", "This link does not work"), language,
            words.Either(
                "Misschien is hij niet helemaal overgenomen. Na het antwoord op je verzoek werkt hij nog drie maanden; niet meer als je alles liet wissen.",
                "Perhaps it was not copied in full. After the answer to your request it works for another three months; no longer if you had everything erased."),
            words.Either($"Heb je een vraag? Schrijf naar {practice}.", $"Do you have a question? Write to {practice}."));
    }

    private string Title => words.Either("Hoe staat het met je verzoek?", "How does your request stand?");

    private string Stands()
    {
        var end = words.Date(request.Deadline.End);
        if (request.Closing is { } closing)
            return words.Either($"Je verzoek is beantwoord op {words.Date(closing.On)}.", $"Your request was answered on {words.Date(closing.On)}.");
        if (request.SuspendedSince is { } since)
            return words.Either(
                $"We weten nog niet zeker of het verzoek van jou komt. Tot we dat weten, staat de tijd stil, sinds {words.Date(since)}.",
                $"We do not know yet whether the request comes from you. Until we do, the time stands still, since {words.Date(since)}.")
                + (request.Letters.Any(letter => letter.Kind == CodeLetter.Name)
                    ? words.Either(" Kijk in je mail.", " Look in your mail.")
                    : words.Either(" Bel ons, dan stellen we je een paar vragen.", " Call us, and we will ask you a few questions."));
        return request.Deadline.End < today
            ? words.Either(
                $"We hadden je uiterlijk op {end} moeten antwoorden. Dat is niet gelukt. Bel of mail ons, of dien een klacht in.",
                $"We should have answered you on {end} at the latest, and did not. Call or write to us, or make a complaint.")
            : words.Either($"We zijn ermee bezig. Je krijgt uiterlijk op {end} antwoord.", $"We are working on it. You will have our answer on {end} at the latest.");
    }

    private string Answer()
    {
        if (request.Closing is not { } closing)
            return "";
        var note = closing.Note is { } said ? $"""<p>{words.Either("We schreven erbij:", "We added:")}</p><blockquote class="said"><p>{HtmlEncode(said).Replace("\n", "<br>", StringComparison.Ordinal)}</p></blockquote>""" : "";
        var refused = closing.Outcome is RequestOutcome.Refused or RequestOutcome.Partly ? VisitorPage.Paragraph(Authority.After(language)) : "";
        return VisitorPage.Card(
            words.Either("Ons antwoord", "Our answer"),
            $"{VisitorPage.Paragraph(words.Of(RequestEnd.Words(request, closing)))}{(RequestEnd.Reason(closing) is { } reason ? VisitorPage.Paragraph(words.Of(reason)) : "")}{note}{refused}");
    }

    private IEnumerable<string> Moments()
    {
        var (what, given) = (words.Of(request.Kind.Words()), words.Either("Gevraagd", "Asked"));
        yield return Moment(request.ReceivedOn, $"{words.Either("Ontvangen", "Received")}. {given}: {what}.");
        if (request.ConfirmedOn is { } confirmed)
            yield return Moment(confirmed, words.Either("Door jou bevestigd met de link in je mail.", "Confirmed by you with the link in your mail."));
        if (request.Identity is { } check)
        {
            yield return Moment(check.AskedOn, words.Either("We vroegen of het verzoek echt van jou komt.", "We asked whether the request really comes from you."));
            if (check.EstablishedOn is { } known)
                yield return Moment(known, words.Either("We weten dat het van jou komt.", "We know that it comes from you."));
        }
        if (request.Extension is { } extension)
            yield return Moment(extension.On, words.Either(
                $"We hebben meer tijd nodig. De reden: {extension.Reason}", $"We need more time. The reason: {extension.Reason}"));
        yield return request.Closing is { } closing
            ? Moment(closing.On, words.Either("Beantwoord.", "Answered."))
            : Moment(request.Deadline.End, words.Either("Uiterlijk dan krijg je antwoord.", "By then you have our answer."), "ahead");
    }

    private string Moment(DateOnly day, string what, string? look = null) =>
        $"""<li{(look is null ? "" : $" class=\"{look}\"")}><time datetime="{day:yyyy-MM-dd}">{HtmlEncode(words.Date(day))}</time>{HtmlEncode(what)}</li>""";

    /// <summary>From the day of receipt to the last one, as somebody would explain it.</summary>
    private IEnumerable<string> Derived()
    {
        var deadline = request.Deadline;
        var (usual, length) = (words.InWords(AnswerDeadline.Usual), words.InWords(deadline.Term));
        yield return request.Extension is null
            ? words.Either(
                $"De wet geeft ons {usual} vanaf de dag waarop je verzoek binnenkwam, {words.Date(deadline.Start)}.",
                $"The law gives us {usual} from the day on which your request came in, {words.Date(deadline.Start)}.")
            : words.Either(
                $"De wet geeft ons {usual}, en als het ingewikkeld is {length}, vanaf de dag waarop je verzoek binnenkwam, {words.Date(deadline.Start)}.",
                $"The law gives us {usual}, and {length} where it is complicated, from the day on which your request came in, {words.Date(deadline.Start)}.");
        if (deadline.SuspendedDays > 0)
            yield return words.Either(
                $"De tijd waarin we vroegen of het verzoek van jou komt, telt niet mee: {words.InWords(Term.OfDays(deadline.SuspendedDays))}.",
                $"The time in which we asked whether the request comes from you does not count: {words.InWords(Term.OfDays(deadline.SuspendedDays))}.");
        if (deadline.MovedBy.Count > 0)
            yield return words.Either(
                $"Er wordt niet gewerkt op {string.Join(" en ", deadline.MovedBy.Select(day => $"{words.Date(day.Day)} ({day.Nl})"))}. Daarom is het de eerste werkdag daarna.",
                $"Nobody works on {string.Join(" and ", deadline.MovedBy.Select(day => $"{words.Date(day.Day)} ({day.En})"))}. So it is the first working day after that.");
        yield return words.Either($"Zo komt het op {words.Date(deadline.End)}.", $"So it comes to {words.Date(deadline.End)}.");
    }
}
