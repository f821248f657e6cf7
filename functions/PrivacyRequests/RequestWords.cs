namespace WelWee3D.PrivacyRequests;

/// <summary>What the pages about requests say, in one language.</summary>
internal sealed record RequestWords
{
    public required string Title { get; init; }

    public required string Intro { get; init; }

    public required string Kind { get; init; }

    public required IReadOnlyDictionary<RequestKind, string> Kinds { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Phone { get; init; }

    public required string Text { get; init; }

    public required string Optional { get; init; }

    public required string LeaveEmpty { get; init; }

    public required string NoDocuments { get; init; }

    public required string Send { get; init; }

    /// <summary>What to do about a field that will not do.</summary>
    public required IReadOnlyDictionary<string, string> Wrong { get; init; }

    public required string TooMany { get; init; }

    public required string Unavailable { get; init; }

    public required string Unreadable { get; init; }

    public required string AskedTitle { get; init; }

    public required Func<string, string> Asked { get; init; }

    public required Func<string, string> NoLetter { get; init; }

    public required string ConfirmedTitle { get; init; }

    public required Func<string, string, string> Confirmed { get; init; }

    public required string Follow { get; init; }

    public required Func<string, string> Questions { get; init; }

    public required string NoLinkTitle { get; init; }

    public required string NoLink { get; init; }

    public required string Reference { get; init; }

    public static RequestWords In(string language) => language == "en" ? English : Dutch;

    private static readonly RequestWords Dutch = new()
    {
        Title = "Doe een privacyverzoek",
        Intro = "Je kunt zien wat we van je bewaren, het laten verbeteren of wissen, en meer. Je krijgt een mail waarmee je het verzoek bevestigt.",
        Kind = "Wat wil je?",
        Kinds = new Dictionary<RequestKind, string>
        {
            [RequestKind.Access] = "Zien wat jullie van mij bewaren",
            [RequestKind.Rectification] = "Mijn gegevens laten verbeteren",
            [RequestKind.Erasure] = "Mijn gegevens laten wissen",
            [RequestKind.Restriction] = "Mijn gegevens alleen nog laten bewaren",
            [RequestKind.Objection] = "Bezwaar maken",
            [RequestKind.Withdrawal] = "Mijn toestemming intrekken",
            [RequestKind.Portability] = "Mijn gegevens meenemen",
            [RequestKind.Complaint] = "Een klacht indienen",
        },
        Name = "Je naam",
        Email = "Je e-mailadres",
        Phone = "Je telefoonnummer",
        Text = "Wil je er iets bij zeggen?",
        Optional = "(mag leeg blijven)",
        LeaveEmpty = "Laat dit veld leeg",
        NoDocuments = "Stuur ons nooit een kopie van een paspoort of identiteitskaart, en ook geen burgerservicenummer.",
        Send = "Verstuur",
        Wrong = new Dictionary<string, string>
        {
            ["kind"] = "Kies wat je wilt",
            ["name"] = "Vul je naam in, op één regel",
            ["email"] = "Vul een e-mailadres in zoals naam@voorbeeld.nl",
            ["phone"] = "Vul een telefoonnummer in zoals 06 12345678, of laat dit leeg",
            ["text"] = "Schrijf hoogstens 5000 tekens, zonder burgerservicenummer",
        },
        TooMany = "Er komt nu te veel binnen. Wacht een minuut en druk dan nog eens op Verstuur.",
        Unavailable = "Versturen lukt nu even niet. Druk over een minuut nog eens op Verstuur.",
        Unreadable = "We konden het formulier niet goed lezen. Kijk het na en druk nog eens op Verstuur.",
        AskedTitle = "Kijk in je mail",
        Asked = last => $"We sturen een mail naar het adres dat je hebt ingevuld. Bevestig je verzoek uiterlijk op {last} met de link daarin. Daarna gaan we ermee aan de slag; de tijd om te antwoorden loopt vanaf vandaag.",
        NoLetter = practice => $"Komt er binnen een kwartier geen mail? Kijk bij je ongewenste mail, of schrijf naar {practice}.",
        ConfirmedTitle = "Je verzoek is bevestigd",
        Confirmed = (received, end) => $"We hebben je verzoek op {received} ontvangen. Je krijgt uiterlijk op {end} antwoord.",
        Follow = "Kijk hoe het met je verzoek staat",
        Questions = practice => $"Heb je een vraag? Schrijf naar {practice}.",
        NoLinkTitle = "Deze link werkt niet",
        NoLink = "Een link om een verzoek te bevestigen werkt tot en met de dag die in de mail staat. Doe je verzoek zo nodig opnieuw.",
        Reference = "Kenmerk",
    };

    private static readonly RequestWords English = new()
    {
        Title = "Make a privacy request",
        Intro = "You can see what we keep about you, have it corrected or erased, and more. You will get a mail with which you confirm the request.",
        Kind = "What would you like?",
        Kinds = new Dictionary<RequestKind, string>
        {
            [RequestKind.Access] = "To see what you keep about me",
            [RequestKind.Rectification] = "To have my data corrected",
            [RequestKind.Erasure] = "To have my data erased",
            [RequestKind.Restriction] = "To have my data stored and not used",
            [RequestKind.Objection] = "To object",
            [RequestKind.Withdrawal] = "To withdraw my consent",
            [RequestKind.Portability] = "To take my data with me",
            [RequestKind.Complaint] = "To complain",
        },
        Name = "Your name",
        Email = "Your email address",
        Phone = "Your phone number",
        Text = "Is there anything you want to add?",
        Optional = "(may be left empty)",
        LeaveEmpty = "Leave this field empty",
        NoDocuments = "Never send us a copy of a passport or identity card, nor a citizen service number.",
        Send = "Send",
        Wrong = new Dictionary<string, string>
        {
            ["kind"] = "Choose what you would like",
            ["name"] = "Enter your name, on one line",
            ["email"] = "Enter an email address such as name@example.com",
            ["phone"] = "Enter a phone number such as +31 6 12345678, or leave this empty",
            ["text"] = "Write 5000 characters at most, without a citizen service number",
        },
        TooMany = "Too much is coming in just now. Wait a minute, then press Send again.",
        Unavailable = "Sending does not work just now. Press Send again in a minute.",
        Unreadable = "We could not read the form well. Please check it, and press Send again.",
        AskedTitle = "Look in your mail",
        Asked = last => $"We are sending a mail to the address that you entered. Confirm your request by {last} with the link in it. Then we will start on it; the time to answer runs from today.",
        NoLetter = practice => $"No mail within a quarter of an hour? Look in your spam folder, or write to {practice}.",
        ConfirmedTitle = "Your request is confirmed",
        Confirmed = (received, end) => $"We received your request on {received}. You will have our answer on {end} at the latest.",
        Follow = "See how your request stands",
        Questions = practice => $"Do you have a question? Write to {practice}.",
        NoLinkTitle = "This link does not work",
        NoLink = "A link to confirm a request works up to and including the day that the mail tells. Make your request again if you need to.",
        Reference = "Reference",
    };
}
