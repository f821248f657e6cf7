namespace WelWee3D.Http;

public static partial class DutchRefusals
{
    /// <summary>Of people's rights, and of what is destroyed.</summary>
    private static readonly Dictionary<string, string> OfRequests = new(StringComparer.Ordinal)
    {
        ["Is not the code that was sent last."] = "Is niet de code die het laatst is gestuurd.",
        ["Must be given alone, or code, or facts."] = "Geef alleen dit, of de code, of de feiten.",
        ["Must be {0} at least."] = "Moeten er minstens {0} zijn.",
        ["Is for a duplicate: the id of the request that is answered."] = "Is voor een dubbel verzoek: het kenmerk van het verzoek dat wordt beantwoord.",
        ["Must be the article by which it is refused, one of: {0}."] = "Moet het artikel zijn waarop het wordt geweigerd, een van: {0}.",
        ["Is for what is refused."] = "Is voor wat wordt geweigerd.",
        ["Is not one that this account was given in the last fifteen minutes: ask again what would go."] =
            "Dit is niet wat je de laatste vijftien minuten te zien kreeg: kijk opnieuw wat er weg zou gaan.",
        ["Since then something was added to what it names: ask again what would go."] = "Er is intussen iets bij gekomen: kijk opnieuw wat er weg zou gaan.",
        ["The erasure could not finish; the run tells what is left."] = "Het wissen kon niet helemaal; bij de opruiming staat wat er nog is.",
        ["The destruction could not finish; the run tells what is left."] = "Het vernietigen kon niet helemaal; bij de opruiming staat wat er nog is.",
        ["Run {0} tells what is left: ask again."] = "Opruiming {0} vertelt wat er nog is: vraag het nog eens.",
        ["By the clock of the app it is {0}: only that can be confirmed, and only if it is so."] =
            "Volgens de klok van de app is het {0}: alleen dat is te bevestigen, en alleen als het zo is.",
        ["Must name what is set right: name, email, phone or address."] = "Zeg wat er wordt verbeterd: naam, e-mail, telefoon of adres.",
        ["The request {0} cannot hold more of what was there before: close it, and register another."] =
            "In verzoek {0} past niet meer van wat er eerder stond: handel het af, en registreer een ander.",
        ["It was extended on {0} already, which can be done once."] = "Het is op {0} al verlengd; dat kan één keer.",
        ["The first month ended on {0}: the law lets it be extended within that only."] = "De eerste maand eindigde op {0}: alleen daarbinnen mag het van de wet worden verlengd.",
        ["Nothing is kept under the mail address of this request, so a code to it would prove nothing: ask for two facts."] =
            "Onder het e-mailadres van dit verzoek is niets bewaard; een code daarheen zou niets bewijzen. Vraag naar twee feiten.",
        ["{0} codes were sent already: ask for two facts."] = "Er zijn al {0} codes gestuurd: vraag naar twee feiten.",
        ["{0} is not found by this mail address or phone number."] = "{0} is niet te vinden met dit e-mailadres of telefoonnummer.",
        ["There is no code that is still good: have another one sent."] = "Er is geen code die nog geldt: laat een nieuwe sturen.",
        ["It is not known yet to come from the person it is about: have that shown first, or refuse it by article 12(2)."] =
            "Het is nog niet bekend of het komt van wie het gaat: stel dat eerst vast, of weiger het volgens artikel 12, lid 2.",
        ["So much was done to this request that no more can be written down: register another, which says that it goes on with this one."] =
            "Met dit verzoek is zoveel gedaan dat er niets meer bij past: leg een nieuw verzoek vast waarin staat dat het hierop verdergaat.",
        ["It was closed on {0}."] = "Het is op {0} afgehandeld.",
        ["Must be the id of another request."] = "Moet het kenmerk van een ander verzoek zijn.",
        ["Must be a request that is no duplicate itself."] = "Moet een verzoek zijn dat zelf niet dubbel is.",
        ["Must be a request of the same kind, with the same mail address."] = "Moet een verzoek van dezelfde soort zijn, met hetzelfde e-mailadres.",
        ["No letter of this app can tell her first. Tell her, and say on which day (toldOn) and how (toldBy) that was."] =
            "De app kan het haar niet eerst per brief laten weten. Vertel het haar zelf, en zeg op welke dag en hoe dat was.",
        ["A letter tells her first: ask once more when it was delivered."] = "Er gaat eerst een brief naar haar: probeer het nog eens als die is bezorgd.",
        ["Is required: toldBy and toldOn go together."] = "Vul in op welke dag en hoe het haar is verteld.",
        ["Nothing is surely theirs: look at each record below, and name those that are."] = "Niets is zeker van haar: kijk wat hieronder staat na, en kruis aan wat van haar is.",
        ["Some of it was destroyed while the package was being made: ask again."] = "Een deel is vernietigd terwijl het pakket werd gemaakt: vraag het nog eens.",
        ["Is for portability alone: what a person has access to goes to nobody else."] = "Is alleen voor overdracht: wat iemand mag inzien, gaat naar niemand anders.",
        ["Is required with sendTo: the person is told to whom it was sent."] = "Is nodig: zij hoort naar wie het is gestuurd.",
        ["The package is still being made: try again in a minute."] = "Het pakket wordt nog gemaakt: probeer het over een minuut nog eens.",
        ["Since this was made, what is in it may only be stored. The practice can make another."] =
            "Sinds dit is gemaakt, mag wat erin zit alleen worden bewaard. De praktijk kan een ander maken.",
    };
}
