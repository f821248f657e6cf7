namespace WelWee3D.Http;

public static partial class DutchRefusals
{
    /// <summary>Of files that come in: scans, and what the practice had before.</summary>
    private static readonly Dictionary<string, string> OfFiles = new(StringComparer.Ordinal)
    {
        ["This order is being erased."] = "Deze bestelling wordt gewist.",
        ["This quote is being erased."] = "Deze offerte wordt gewist.",
        ["This order is cancelled."] = "Deze bestelling is geannuleerd.",
        ["This order may only be stored."] = "Deze bestelling mag alleen worden bewaard.",
        ["On {0} the client answered that no figurine is to be made."] = "Op {0} antwoordde de cliënt dat er geen beeldje mag worden gemaakt.",
        ["This order has {0} scans, which is as many as it may have."] = "Deze bestelling heeft {0} scans; meer mogen het er niet zijn.",
        ["A scan can be moved {0} times."] = "Een scan kan {0} keer worden verplaatst.",
        ["The order has {0} scans, which is as many as it may have."] = "De bestelling heeft {0} scans; meer mogen het er niet zijn.",
        ["The client's consent to make the figurine is not recorded: put it at the order's consents/make-figurine, or send it along as makeFigurine in Upload-Metadata."] =
            "De toestemming van de cliënt om het beeldje te maken is nog niet genoteerd. Noteer die eerst bij de bestelling.",
        ["Must be a number of bytes."] = "Moet een aantal bytes zijn.",
        ["This upload joins others: no bytes are added to it."] = "Deze upload voegt andere samen: er komen geen bytes bij.",
        ["Must not be less than what has come."] = "Mag niet minder zijn dan wat er al is.",
        ["Was told before, and is another."] = "Is eerder gezegd, en was toen anders.",
        ["Must be {0}, or {1} followed by the addresses of 1 to {2} partial uploads, each once, with a space between them."] =
            "Moet {0} zijn, of {1} met daarna de adressen van 1 tot en met {2} deeluploads, elk één keer, met een spatie ertussen.",
        ["Follows from the uploads that are joined."] = "Volgt uit de uploads die worden samengevoegd.",
        ["Must be {0}, and stand without {1}."] = "Moet {0} zijn, en zonder {1} staan.",
        ["This upload has become a scan: {0} destroys that."] = "Deze upload is een scan geworden: {0} vernietigt die.",
        ["Another request is changing this upload: try again in a moment."] = "Deze upload wordt net al veranderd: probeer het zo nog eens.",
        ["Must be the number of bytes of the file."] = "Moet het aantal bytes van het bestand zijn.",
        ["Must not be 0: an empty file is no scan."] = "Mag niet 0 zijn: een leeg bestand is geen scan.",
        ["A file may have at most {0} bytes."] = "Een bestand mag hoogstens {0} bytes hebben.",
        ["{0} must be {1}."] = "{0} moet {1} zijn.",
        ["Allowed here: {0}; {1} may name it."] = "Hier mag: {0}; {1} kan het noemen.",
        ["The bytes do not match their checksum, and were discarded."] = "De bytes kloppen niet met hun controlegetal, en zijn niet bewaard.",
        ["More bytes came than were announced."] = "Er kwamen meer bytes dan was gezegd.",
        ["Must be {0}, which is where this upload has come to."] = "Moet {0} zijn: zo ver is deze upload.",
        ["This order has a scan with the very same file: the upload was discarded. To have it twice, send it with again (true) in Upload-Metadata."] =
            "Deze bestelling heeft al een scan met precies dit bestand: de upload is niet bewaard.",
        ["This order no longer takes scans: the upload was discarded."] = "Deze bestelling neemt geen scans meer aan: de upload is niet bewaard.",
        ["The file comes in too small pieces: {0} at most."] = "Het bestand komt in te kleine stukken: hoogstens {0}.",
        ["Must be one of {0}, a space, and the digest in base64."] = "Moet een van {0} zijn, een spatie, en het controlegetal in base64.",
        ["Must name partial uploads only."] = "Mag alleen deeluploads noemen.",
        ["Must name uploads for the same order."] = "Moet uploads van dezelfde bestelling noemen.",
        ["Must name uploads of which all bytes have come."] = "Moet uploads noemen waarvan alle bytes er zijn.",
        ["Must have 1 to {0} bytes together."] = "Mogen samen hoogstens {0} bytes hebben.",
        ["Must name uploads that no other joins."] = "Moet uploads noemen die nergens anders bij horen.",
        ["Must be pairs of a key and base64 text, separated by commas, {0} characters at most."] = "Moeten paren van een sleutel en base64-tekst zijn, met komma's ertussen, van hoogstens {0} tekens.",
        ["Must be the id of an order."] = "Moet het kenmerk van een bestelling zijn.",
        ["Must be a date from {0} until today."] = "Moet een datum van {0} tot en met vandaag zijn.",
        ["Must be yes: without that no scan is taken in."] = "Moet ja zijn: zonder dat wordt er geen scan aangenomen.",
        ["Must be an answer in JSON, with answer, channel, language and textVersion."] = "Moet een antwoord in JSON zijn, met answer, channel, language en textVersion.",

        ["Must be one of: contacts, orders."] = "Moet een van deze zijn: contacts, orders.",
        ["Stands for the same as line {0}: give each a reference of its own, or leave one out."] = "Is hetzelfde als regel {0}: geef elk een eigen kenmerk, of laat er een weg.",
        ["Must not have more than {0} lines under its head: send the others in a file of their own."] = "Mag hoogstens {0} regels onder de kop hebben: stuur de andere in een eigen bestand.",
        ["Has no lines under its head."] = "Heeft geen regels onder de kop.",
        ["Column {0} of the head must be one of: {1}."] = "Kolom {0} van de kop moet een van deze zijn: {1}.",
        ["The head has {0} more than once."] = "In de kop staat {0} meer dan één keer.",
        ["The head must have {0}."] = "In de kop moet {0} staan.",
        ["Must have {0} values, as the head has, and has {1}."] = "Moet {0} waarden hebben, net als de kop, en heeft er {1}.",
        ["Must be from the day on which it was received to today."] = "Moet liggen tussen de dag waarop het is ontvangen en vandaag.",
        ["It would be destroyed on {0}: leave it out."] = "Het zou op {0} worden vernietigd: laat het weg.",
        ["Is required with {0}."] = "Is nodig bij {0}.",
        ["Is required with {0}: the day on which she said so."] = "Is nodig bij {0}: de dag waarop ze dat zei.",
    };
}
