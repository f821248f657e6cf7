namespace WelWee3D.People;

/// <summary>Where somebody can go who does not agree with the practice (GDPR articles 77 and 79).</summary>
internal static class Authority
{
    /// <summary>Beside a complaint to the practice, which is in nobody's way.</summary>
    public static string Beside(string language) => language == "en"
        ? "You can also complain to the Dutch data protection authority, the Autoriteit Persoonsgegevens, whenever you want: autoriteitpersoonsgegevens.nl."
        : "Je kunt ook altijd een klacht indienen bij de Autoriteit Persoonsgegevens: autoriteitpersoonsgegevens.nl.";

    /// <summary>After an answer.</summary>
    public static string After(string language) => language == "en"
        ? "Do you not agree? Then you can complain to the Dutch data protection authority, the Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl), or go to court."
        : "Ben je het er niet mee eens? Dan kun je een klacht indienen bij de Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl), of naar de rechter gaan.";
}
