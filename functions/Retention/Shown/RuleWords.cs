namespace WelWee3D.Retention.Shown;

/// <summary>What a rule is called, and what its clock starts with.</summary>
public sealed record RuleWords(string Dutch, string DutchStart, string English, string EnglishStart)
{
    private static readonly Dictionary<string, RuleWords> Known = new()
    {
        ["contact-message"] = new(
            "contactbericht", "de dag waarop het is ontvangen",
            "contact message", "the day it was received"),
        ["scan-without-consent"] = new(
            "scan zonder toestemming om die te bewaren", "de dag waarop het beeldje is verzonden",
            "scan without consent to keep it", "the day the figurine was shipped"),
        ["scan-with-consent"] = new(
            "scan met toestemming om die te bewaren", "de dag waarop de scan is gemaakt",
            "scan with consent to keep it", "the day of the scan"),
        ["scan-consent-withdrawn"] = new(
            "scan waarvoor de toestemming is ingetrokken", "de dag waarop het beeldje is verzonden",
            "scan for which consent was withdrawn", "the day the figurine was shipped"),
        ["scan-of-cancelled-order"] = new(
            "scan bij een geannuleerde bestelling", "de dag van annuleren",
            "scan of a cancelled order", "the day of cancelling"),
        ["scan-never-shipped"] = new(
            "scan waarvan het beeldje niet is verzonden", "de dag waarop de scan is gemaakt",
            "scan whose figurine was not shipped", "the day of the scan"),
        ["unclaimed-blob"] = new(
            "bestand dat bij geen bestelling hoort", "de dag waarop het binnenkwam",
            "file that belongs to no order", "the day it arrived"),
        ["order"] = new(
            "bestelling met de gegevens van de cliënt", "de dag waarop de bestelling is geopend",
            "order with the client's details", "the day it was opened"),
        ["order-with-longer-kept-scan"] = new(
            "bestelling waarvan een scan langer wordt bewaard", "het begin van de termijn van die scan",
            "order with a scan that is kept longer", "the start of that scan's term"),
        ["visits"] = new(
            "bezoekaantallen, zonder persoonsgegevens", "de laatste dag van de getelde maand",
            "visit counts, without personal data", "the last day of the month counted"),
        ["privacy-request"] = new(
            "privacyverzoek", "de dag waarop het is afgehandeld",
            "privacy request", "the day it was closed"),
        ["unconfirmed-request"] = new(
            "privacyverzoek dat niet is bevestigd", "de dag waarop het is gedaan",
            "privacy request that was never confirmed", "the day it was made"),
        ["export"] = new(
            "pakket met persoonsgegevens om op te halen", "de dag waarop het is gemaakt",
            "export package", "the day it was made"),
        ["unfinished-upload"] = new(
            "upload die niet is afgemaakt", "de dag waarop die begon",
            "unfinished upload", "the day it began"),
        ["erasure"] = new(
            "vernietiging op verzoek", "de dag van het verzoek",
            "erasure on request", "the day of the request"),
    };

    /// <summary>A rule of another time goes by its name: certificates outlive rules.</summary>
    public static RuleWords Of(string rule) => Known.GetValueOrDefault(rule)
        ?? new(rule, "het begin van de termijn", rule, "the start of the term");
}
