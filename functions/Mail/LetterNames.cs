using System.Text.RegularExpressions;
using WelWee3D.Http;

namespace WelWee3D.Mail;

/// <summary>What staff call a letter, and where they find what it was about, in letters about letters.</summary>
internal static partial class LetterNames
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["contact-receipt"] = "de ontvangstbevestiging van een bericht",
        ["contact-notice"] = "de melding van een nieuw bericht",
        ["contact-forwarded"] = "een doorgestuurd bericht",
        ["order-opened"] = "de brief met de link naar haar bestelling",
        ["no-figurine"] = "de melding dat er geen beeldje mag komen",
        ["package"] = "de link naar een pakket",
        ["package-notice"] = "de melding dat een pakket is verstuurd",
        ["quote"] = "een offerte",
        ["quote-accepted"] = "de melding dat een offerte is aanvaard",
        ["recipient-notice"] = "een melding aan wie gegevens kreeg",
        ["request-closed"] = "het antwoord op een verzoek",
        ["request-code"] = "de code bij een verzoek",
        ["request-confirm"] = "de vraag een verzoek te bevestigen",
        ["request-extended"] = "de melding dat een verzoek langer duurt",
        ["request-notice"] = "de melding van een verzoek",
        ["request-received"] = "de ontvangst van een verzoek",
        ["restriction-lifting"] = "de melding dat een beperking wordt opgeheven",
        ["scan-destroyed"] = "het bewijs dat een scan is vernietigd",
        ["scan-rejected"] = "de melding dat een bestand geen scan is",
        ["blob-unclaimed"] = "de melding van een bestand zonder bestelling",
        ["reminder"] = "de brief van de ochtend",
        ["reconciled"] = "de brief over de wekelijkse controle",
        ["undelivered"] = "de melding dat een brief niet aankwam",
    };

    /// <summary>The kind itself where it is of a version that this one does not know.</summary>
    public static string InDutch(string kind) => Names.GetValueOrDefault(kind, kind);

    /// <summary>By what the console finds it; what the letter was about in full, where that is no id.</summary>
    public static string About(string reference) => FirstId().Match(reference) is { Success: true } found ? $"{Reference.Of(Id.Parse(found.Value))}" : reference;

    /// <summary>The page of the console about what the letter was about; that of today, which leads on, where there is none.</summary>
    public static string PageOf(string kind, string reference) => (Part(kind), FirstId().Match(reference)) switch
    {
        ({ } part, { Success: true } found) => StaffPages.Of($"{part}/{found.Value}"),
        _ => StaffPages.Today,
    };

    private static string? Part(string kind) => kind switch
    {
        _ when kind.StartsWith("contact-", StringComparison.Ordinal) => "messages",
        _ when kind.StartsWith("request-", StringComparison.Ordinal) || kind.StartsWith("restriction-", StringComparison.Ordinal) => "requests",
        _ when kind == "no-figurine" || kind.StartsWith("order-", StringComparison.Ordinal) || kind.StartsWith("scan-", StringComparison.Ordinal) => "orders",
        _ => null,
    };

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex FirstId();
}
