namespace WelWee3D.Mail;

/// <summary>Tells the practice that a letter did not arrive: which kind, about what; never to whom.</summary>
public sealed class UndeliveredLetter(IOptions<MailOptions> options) : ILetterRenderer
{
    public const string Name = "undelivered";

    public string Kind => Name;

    public Task<RenderedLetter?> Render(string reference, CancellationToken cancellation)
    {
        var (kind, about) = reference.Split('|', 2) is [var first, var rest] ? (first, rest) : (reference, "");
        var body = new LetterBody("nl", "Een brief is niet bezorgd")
            .Say("De brief hieronder kon niet worden bezorgd. We hebben het geprobeerd en doen dat nu niet meer.")
            .Facts(("Soort", LetterNames.InDutch(kind)), ("Kenmerk", LetterNames.About(about)))
            .Say("Kijk hier waar hij over ging, en bel of schrijf zo nodig zelf:")
            .Link(options.Value.Link(LetterNames.PageOf(kind, about)));
        return Task.FromResult<RenderedLetter?>(new(options.Value.Practice, "Niet bezorgd: een brief van Wel & Wee – 3D", body));
    }
}
