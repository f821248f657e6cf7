using WelWee3D.Contact;

namespace WelWee3D.PrivacyRequests;

/// <summary>What the pages about requests say.</summary>
internal sealed class RequestWords(string language) : FormWords(language)
{
    public string Title => Either("Doe een privacyverzoek", "Make a privacy request");

    public string Intro => Either(
        "Je kunt zien wat we van je bewaren, het laten verbeteren of wissen, en meer. Je krijgt een mail waarmee je het verzoek bevestigt.",
        "You can see what we keep about you, have it corrected or erased, and more. You will get a mail with which you confirm the request.");

    public string Kind => Either("Wat wil je?", "What would you like?");

    public string KindWords(RequestKind kind) => kind switch
    {
        RequestKind.Access => Either("Zien wat jullie van mij bewaren", "To see what you keep about me"),
        RequestKind.Rectification => Either("Mijn gegevens laten verbeteren", "To have my data corrected"),
        RequestKind.Erasure => Either("Mijn gegevens laten wissen", "To have my data erased"),
        RequestKind.Restriction => Either("Mijn gegevens alleen nog laten bewaren", "To have my data stored and not used"),
        RequestKind.Objection => Either("Bezwaar maken", "To object"),
        RequestKind.Withdrawal => Either("Mijn toestemming intrekken", "To withdraw my consent"),
        RequestKind.Portability => Either("Mijn gegevens meenemen", "To take my data with me"),
        _ => Either("Een klacht indienen", "To complain"),
    };

    public string Text => Either("Wil je er iets bij zeggen?", "Is there anything you want to add?");

    public string NoDocuments => Either(
        "Stuur ons nooit een kopie van een paspoort of identiteitskaart, en ook geen burgerservicenummer.",
        "Never send us a copy of a passport or identity card, nor a citizen service number.");

    public override string Wrong(string field) => field switch
    {
        "kind" => Either("Kies wat je wilt", "Choose what you would like"),
        "name" => Either("Vul je naam in, op één regel", "Enter your name, on one line"),
        "text" => Either("Schrijf hoogstens 5000 tekens, zonder burgerservicenummer", "Write 5000 characters at most, without a citizen service number"),
        _ => base.Wrong(field),
    };

    public string TooMany => Either(
        "Er komt nu te veel binnen. Wacht een minuut en druk dan nog eens op Verstuur.",
        "Too much is coming in just now. Wait a minute, then press Send again.");

    public string AskedTitle => Either("Kijk in je mail", "Look in your mail");

    public string Asked(string last) => Either(
        $"We sturen een mail naar het adres dat je hebt ingevuld. Bevestig je verzoek uiterlijk op {last} met de link daarin. Daarna gaan we ermee aan de slag; de tijd om te antwoorden loopt vanaf vandaag.",
        $"We are sending a mail to the address that you entered. Confirm your request by {last} with the link in it. Then we will start on it; the time to answer runs from today.");

    public string NoLetter(string practice) => Either(
        $"Komt er binnen een kwartier geen mail? Kijk bij je ongewenste mail, of schrijf naar {practice}.",
        $"No mail within a quarter of an hour? Look in your spam folder, or write to {practice}.");

    public string ConfirmedTitle => Either("Je verzoek is bevestigd", "Your request is confirmed");

    public string Confirmed(string received, string end) => Either(
        $"We hebben je verzoek op {received} ontvangen. Je krijgt uiterlijk op {end} antwoord.",
        $"We received your request on {received}. You will have our answer on {end} at the latest.");

    public string Follow => Either("Kijk hoe het met je verzoek staat", "See how your request stands");

    public string Questions(string practice) => Either(
        $"Heb je een vraag? Schrijf naar {practice}.",
        $"Do you have a question? Write to {practice}.");

    public string NoLinkTitle => Either("Deze link werkt niet", "This link does not work");

    public string NoLink => Either(
        "Een link om een verzoek te bevestigen werkt tot en met de dag die in de mail staat. Doe je verzoek zo nodig opnieuw.",
        "A link to confirm a request works up to and including the day that the mail tells. Make your request again if you need to.");
}
