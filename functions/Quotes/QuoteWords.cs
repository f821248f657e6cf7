using WelWee3D.Mail;

namespace WelWee3D.Quotes;

/// <summary>The words of a quote, on the page and on paper.</summary>
internal sealed class QuoteWords(string language) : Bilingual(language)
{
    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "nl-NL");

    public string Title => Either("Offerte", "Quote");

    public string MadeOn => Either("Datum", "Date");

    public string ValidUntil => Either("Te aanvaarden tot en met", "To be accepted up to and including");

    public string For => Either("Voor", "For");

    public string Description => Either("Omschrijving", "Description");

    public string Quantity => Either("Aantal", "Quantity");

    public string Each => Either("Per stuk", "Each");

    public string Vat => Either("Btw", "VAT");

    public string Amount => Either("Bedrag", "Amount");

    public string Total => Either("Totaal, met btw", "Total, with VAT");

    public string Included => Either("Alle bedragen zijn met btw.", "All amounts include VAT.");

    public string AsPdf => Either("Als PDF ophalen", "Fetch as PDF");

    public string Accept => Either("Ik aanvaard deze offerte", "I accept this quote");

    public string WhatAcceptingMeans => Either(
        "Als je aanvaardt, leggen we de dag vast en een vingerafdruk (SHA-256) van precies wat hier staat. Daarna verandert de offerte niet meer. Een aanvaarde offerte moeten wij van de wet zeven jaar bewaren, en tien jaar als we de btw via het éénloketsysteem aangeven.",
        "When you accept, we record the day and a fingerprint (SHA-256) of exactly what is written here. After that the quote does not change any more. The law has us keep an accepted quote for seven years, and for ten where we declare the VAT under the one-stop-shop scheme.");

    public string Refused => Either(
        "Je antwoord is niet vastgelegd: er is intussen iets veranderd. Lees hieronder hoe het nu staat.",
        "Your answer was not taken down: something has changed meanwhile. Read below how things stand now.");

    public string Fingerprint => Either("Vingerafdruk (SHA-256)", "Fingerprint (SHA-256)");

    public string WhatIsHashed => Either("De tekst waarvan dit de vingerafdruk is", "The text of which this is the fingerprint");

    public string Closed => Either("De bestelling loopt niet meer: deze offerte is niet te aanvaarden.", "The order is closed: this quote cannot be accepted.");

    public string GoneTitle => Either("Deze link werkt niet meer", "This link no longer works");

    public string GoneText => Either(
        "Misschien is hij niet helemaal overgenomen, of is de offerte te lang geleden. Neem gerust contact met ons op.",
        "Perhaps it was not copied in full, or the quote is too long ago. Do get in touch with us.");

    public string VatOf(VatTotal vat) => Either(
        $"Waarvan btw {vat.Rate}% over {Euros(vat.OfInCents)}", $"Of which VAT {vat.Rate}% in {Euros(vat.OfInCents)}");

    /// <summary>How it stands, in a sentence.</summary>
    public string State(QuoteState state, DateOnly? acceptedOn, DateOnly validUntil) => state switch
    {
        QuoteState.Accepted => Either($"Aanvaard op {Day(acceptedOn!.Value)}", $"Accepted on {Day(acceptedOn!.Value)}"),
        QuoteState.Withdrawn => Either("Deze offerte is ingetrokken", "This quote was withdrawn"),
        QuoteState.Superseded => Either("Deze offerte is vervangen door een nieuwe", "This quote was replaced by a new one"),
        QuoteState.Lapsed => Either($"Deze offerte gold tot en met {Day(validUntil)}", $"This quote was good up to and including {Day(validUntil)}"),
        QuoteState.Draft => Either("Nog niet verstuurd", "Not sent yet"),
        _ => Either("Nog te aanvaarden", "Yet to be accepted"),
    };

    public string Euros(long cents) => (cents < 0 ? "− € " : "€ ") + (Math.Abs(cents) / 100m).ToString("N2", culture);

    public string Count(int count) => count.ToString("N0", culture);
}
