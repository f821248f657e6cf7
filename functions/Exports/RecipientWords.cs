using WelWee3D.Retention;

namespace WelWee3D.Exports;

/// <summary>The words about who gets data.</summary>
internal static class RecipientWords
{
    /// <summary>On which ground data goes to a country outside the European Economic Area (GDPR articles 45 and 46).</summary>
    public static readonly Words Transfers = new(
        "Bij elke ontvanger staat waar die de gegevens bewaart, voor zover dat vastligt. Is dat buiten de Europese Economische Ruimte, dan mag dat alleen met een besluit van de Europese Commissie dat gegevens daar goed beschermd zijn, of met de modelcontractbepalingen van de Commissie. Vraag ons gerust welke van de twee het is; we sturen je er een kopie van.",
        "With each recipient it is told where it keeps the data, as far as that is settled. Where that is outside the European Economic Area, it is only by a decision of the European Commission that data is well protected there, or by the standard contractual clauses of the Commission. Do ask us which of the two it is; we send you a copy of it.");

    /// <summary>As a list tells it.</summary>
    public static string Told(NamedRecipient recipient, string language) => recipient.Region is { } region
        ? $"{recipient.Purpose}. {(language == "en" ? "Where" : "Waar")}: {region}."
        : $"{recipient.Purpose}.";
}
