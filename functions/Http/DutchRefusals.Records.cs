namespace WelWee3D.Http;

public static partial class DutchRefusals
{
    /// <summary>Of orders, scans, messages and quotes.</summary>
    private static readonly Dictionary<string, string> OfRecords = new(StringComparer.Ordinal)
    {
        ["Must be a Dutch postal code, such as 1012 AB."] = "Moet een Nederlandse postcode zijn, zoals 1012 AB.",
        ["Must be a country code of two letters (ISO 3166-1), such as NL."] = "Moet een landcode van twee letters zijn, zoals NL.",
        ["Must be {0} or later: before that day nobody could answer this text."] = "Moet {0} of later zijn: eerder kon niemand op deze tekst antwoorden.",
        ["Must be the version of a text of this purpose: {0} tells which there are."] = "Moet de versie van een tekst voor dit doel zijn: {0} noemt ze.",
        ["Must be the label of a registered recipient, such as PRINTER. POST {0} registers one."] = "Moet het label van een geregistreerde ontvanger zijn, zoals PRINTER.",
        ["Must name scans that were given, when there are no details."] = "Noem de scans die zijn gegeven, als er geen gegevens bij waren.",
        ["{0} is no scan of this order."] = "{0} is geen scan van deze bestelling.",
        ["Since {0} this may only be stored, not used."] = "Sinds {0} mag dit alleen worden bewaard, en niet gebruikt.",
        ["The order was cancelled on {0}."] = "De bestelling is op {0} geannuleerd.",
        ["The figurine was shipped on {0}."] = "Het beeldje is op {0} verzonden.",
        ["Must not be after the day on which the order was shipped or cancelled."] = "Mag niet na de dag liggen waarop de bestelling is verzonden of geannuleerd.",
        ["A scan of this order would be later than {0}, on which it was cancelled."] = "Een scan van deze bestelling zou van na {0} zijn, toen die werd geannuleerd.",
        ["Every scan of this order would be later than {0}, on which the figurine was shipped that was made from it."] =
            "Elke scan van deze bestelling zou van na {0} zijn, toen het beeldje werd verzonden dat ervan is gemaakt.",
        ["A scan was destroyed because of it on {0}: it can no longer be changed."] = "Op {0} is er een scan door vernietigd: dit is niet meer te veranderen.",
        ["Must not be before the order was opened, on {0}. If it was entered afterwards, set its openedOn right first."] =
            "Mag niet vóór de opening van de bestelling liggen, op {0}. Is die later ingevoerd, verbeter dan eerst de openingsdatum.",
        ["The dates of an order can be set right {0} times."] = "De datums van een bestelling zijn {0} keer te verbeteren.",
        ["An order holds at most {0} answers; consent can still be withdrawn."] = "Een bestelling houdt hoogstens {0} antwoorden; toestemming intrekken kan nog wel.",
        ["This order has as many recipients as it can hold."] = "Deze bestelling kan geen ontvangers meer hebben.",
        ["Must not be more than {0} years from now."] = "Mag hoogstens {0} jaar na nu liggen.",
        ["An order has at most {0} holds."] = "Een bestelling kan hoogstens {0} keer tegelijk worden vastgehouden.",
        ["Its file has not been read yet."] = "Het bestand is nog niet gelezen.",
        ["Must not be after the day on which a copy of it was made."] = "Mag niet na de dag liggen waarop er een kopie van is gemaakt.",
        ["The date of a scan can be set right {0} times."] = "De datum van een scan is {0} keer te verbeteren.",
        ["A scan has at most {0} copies."] = "Een scan heeft hoogstens {0} kopieën.",
        ["The copy was destroyed on {0} already."] = "De kopie is op {0} al gewist.",
        ["Must be a word, and a number or a letter, such as SCHIJF-1 or KLUIS-B, of at most {0} characters: certificates tell it for ever, so it must not name a person."] =
            "Moet een woord zijn met een getal of een letter, zoals SCHIJF-1 of KLUIS-B, van hoogstens {0} tekens: het staat voor altijd in verklaringen, dus zet er geen naam van iemand in.",
        ["Must say what is answered, and how."] = "Zeg wat er is geantwoord, en hoe.",
        ["Must be the label of a registered disk, such as SCHIJF-1. POST {0} with its label registers one."] =
            "Moet het label van een geregistreerde schijf zijn, zoals SCHIJF-1. Registreer de schijf eerst.",
        ["The copy is confirmed, and its certificate is not issued yet."] = "De kopie is bevestigd; de vernietigingsverklaring is er nog niet.",
        ["Must be the id of another order."] = "Moet het kenmerk van een andere bestelling zijn.",
        ["Its file has not come yet: whoever sends it finishes first."] = "Het bestand is er nog niet: wie het stuurt, maakt dat eerst af.",
        ["That order has a scan with the very same file. To have it twice, say again (true)."] = "Die bestelling heeft al een scan met precies dit bestand.",
        ["The scan is back, and what was recovered under its former name is not deleted yet."] = "De scan is terug; wat onder de oude naam is teruggehaald, is nog niet weg.",
        ["The order it belonged to is gone: nobody is left to keep it for."] = "De bestelling waar de scan bij hoorde is weg: er is niemand meer om hem voor te bewaren.",
        ["The person it is about asked for the erasure of all of it: nothing comes back."] = "Van wie het is, vroeg om alles te wissen: er komt niets terug.",
        ["It was destroyed again, or its order erased, while it came back."] = "De scan is opnieuw vernietigd, of de bestelling gewist, terwijl die werd teruggezet.",
        ["It was brought back before, and destroyed since: undo the later certificate."] = "De scan is al eens teruggezet en daarna weer vernietigd: zet die latere vernietiging terug.",
        ["Storage can no longer recover the file. On one's own machine it never can: there what is deleted is gone at once."] =
            "De opslag kan het bestand niet meer terughalen. Op een eigen computer kan dat nooit: wat daar wordt verwijderd, is meteen weg.",
        ["Without a hold it would be destroyed again at once, and recoverable beyond its deadline. Place one; then a date that was wrong can be set right."] =
            "Zonder bewaarplicht zou de scan meteen weer worden vernietigd. Zeg hoe lang hij moet blijven; daarna is een verkeerde datum te verbeteren.",
        ["It tells that a destruction was undone, and not that something is gone."] = "Dit vertelt dat een vernietiging is teruggedraaid, en niet dat er iets weg is.",
        ["It tells that nothing of another certificate can be recovered any more."] = "Dit vertelt dat er van een andere vernietiging niets meer is terug te halen.",
        ["Only a scan can be brought back: nothing else is kept where a deletion can be undone."] = "Alleen een scan is terug te halen: van al het andere is vernietigen niet ongedaan te maken.",
        ["The person it is about asked for the erasure, and that is not undone."] = "Van wie het is, vroeg om het te wissen; dat wordt niet teruggedraaid.",
        ["The scan is with the order that it was moved to."] = "De scan staat bij de bestelling waar hij naartoe is verplaatst.",
        ["It is not gone yet: ask again once it is."] = "De scan is nog niet weg: probeer het opnieuw als dat wel zo is.",
        ["Must be given when there is no scan, and only then."] = "Geef de vernietigingsverklaring als je geen scan geeft, en alleen dan.",
        ["No file went with it."] = "Er is geen bestand mee vernietigd.",
        ["Since {0} the file can no longer be recovered by anyone."] = "Sinds {0} kan niemand het bestand nog terughalen.",
        ["Must be the name of a printer, as {0} tells them."] = "Moet de naam van een printer zijn, zoals {0} ze noemt.",
        ["Whoever prints with it is not registered as a recipient, so that nobody could be told of an erasure."] =
            "Wie ermee print, is niet als ontvanger geregistreerd; dan kan niemand horen dat er iets is gewist.",
        ["It has more triangles than a file for printers can hold."] = "De scan heeft meer driehoeken dan er in een bestand voor de printer passen.",
        ["Must be a word of 2 to 20 letters, digits and hyphens that names the organisation, such as PRINTER."] =
            "Moet een woord van 2 tot en met 20 letters, cijfers en streepjes zijn, met een letter erin, zoals PRINTER.",

        ["No colleague is configured that messages are forwarded to."] = "Er is geen collega ingesteld naar wie berichten worden doorgestuurd.",
        ["The mail was destroyed on {0} already."] = "De mail is op {0} al gewist.",
        ["Was used before, for another message."] = "Is eerder gebruikt, voor een ander bericht.",
        ["A mail address or a phone number is required: by one of them its sender is found, for their rights too."] =
            "Vul een e-mailadres of een telefoonnummer in: daaraan is de afzender te vinden, ook als die iets over haar gegevens vraagt.",
        ["It came by the form, which does not change."] = "Het kwam via het formulier; dat verandert niet.",
        ["Is for a message that came by mail."] = "Is voor een bericht dat per mail kwam.",
        ["No mailbox is configured."] = "Er is geen postvak ingesteld.",

        ["Was used before, for another order."] = "Is eerder gebruikt, voor een andere bestelling.",
        ["Was used before, for another privacy request."] = "Is eerder gebruikt, voor een ander privacyverzoek.",
        ["Was used before, for another quote."] = "Is eerder gebruikt, voor een andere offerte.",
        ["The practice does not use the one-stop-shop scheme: Quotes__OneStopShop is off."] = "De praktijk gebruikt het éénloketsysteem niet: Quotes__OneStopShop staat uit.",
        ["Is for a client whose address is in another country of the European Union."] = "Is voor een cliënt met een adres in een ander land van de Europese Unie.",
        ["Must be 1 to {0} lines."] = "Moeten hoogstens {0} regels zijn, en minstens één.",
        ["Must be a whole number of cents, VAT included, from {0} to {1}."] = "Moet een heel aantal centen zijn, btw inbegrepen, van {0} tot en met {1}.",
        ["No rate of this country is known here."] = "Van dit land is hier geen btw-tarief bekend.",
        ["Must be a rate in percent that is in force today: {0}."] = "Moet een btw-tarief zijn dat vandaag geldt: {0} procent.",
        ["Must not add up to less than nothing."] = "Mag samen niet minder dan nul zijn.",
        ["The order is destroyed on {0}, and a quote must be able to go before that."] = "De bestelling wordt op {0} vernietigd; de offerte moet daarvóór weg kunnen.",
        ["Is not that of the quote as it stands: read it again first."] = "Is niet die van de offerte zoals die nu is: lees haar eerst opnieuw.",
        ["The quote has not been sent."] = "De offerte is nog niet gestuurd.",
        ["The quote was accepted on {0}: it does not change any more."] = "De offerte is op {0} aanvaard: zij verandert niet meer.",
        ["The quote was withdrawn on {0}."] = "De offerte is op {0} ingetrokken.",
        ["A later quote took its place."] = "Een latere offerte kwam ervoor in de plaats.",
        ["The quote could be accepted up to and including {0}."] = "De offerte kon tot en met {0} worden aanvaard.",
    };
}
