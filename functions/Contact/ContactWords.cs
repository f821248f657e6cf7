namespace WelWee3D.Contact;

/// <summary>What the form's page says, in one language.</summary>
internal sealed record ContactWords
{
    public required string Title { get; init; }

    public required string Intro { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Phone { get; init; }

    public required string Message { get; init; }

    public required string Optional { get; init; }

    public required string LeaveEmpty { get; init; }

    public required string Send { get; init; }

    public required Func<string, string, string> Kept { get; init; }

    /// <summary>What to do about a field that will not do.</summary>
    public required IReadOnlyDictionary<string, string> Wrong { get; init; }

    public required string SentBefore { get; init; }

    public required string TooMany { get; init; }

    public required string Unavailable { get; init; }

    public required string Unreadable { get; init; }

    public required string ThanksTitle { get; init; }

    public required string Thanks { get; init; }

    public required string Reference { get; init; }

    public required string ForWebsites { get; init; }

    public static ContactWords In(string language) => language == "en" ? English : Dutch;

    private static readonly ContactWords Dutch = new()
    {
        Title = "Stel je vraag",
        Intro = "Vul het formulier in, dan nemen we contact met je op.",
        Name = "Je naam",
        Email = "Je e-mailadres",
        Phone = "Je telefoonnummer",
        Message = "Je vraag",
        Optional = "(mag leeg blijven)",
        LeaveEmpty = "Laat dit veld leeg",
        Send = "Verstuur",
        Kept = (length, day) => $"We bewaren je bericht {length}: uiterlijk op {day} wordt het vernietigd.",
        Wrong = new Dictionary<string, string>
        {
            ["name"] = $"Vul je naam in, op één regel en in hoogstens {ContactRules.MaxName} tekens",
            ["email"] = "Vul een e-mailadres in zoals naam@voorbeeld.nl",
            ["phone"] = "Vul een telefoonnummer in zoals 06 12345678, of laat dit leeg",
            ["message"] = $"Schrijf je vraag, in hoogstens {ContactRules.MaxMessage} tekens en zonder burgerservicenummer",
        },
        SentBefore = "Dit formulier is al verstuurd, met een ander bericht. Druk nog eens op Verstuur om ook dit bericht te sturen.",
        TooMany = "Er komen nu te veel berichten binnen. Wacht een minuut en druk dan nog eens op Verstuur.",
        Unavailable = "Versturen lukt nu even niet. Druk over een minuut nog eens op Verstuur.",
        Unreadable = "We konden het formulier niet goed lezen. Kijk het na en druk nog eens op Verstuur.",
        ThanksTitle = "Bedankt voor je bericht",
        Thanks = "Je bericht is bij ons aangekomen. We lezen het en nemen contact met je op.",
        Reference = "Kenmerk",
        ForWebsites = "Voor wie een website maakt: dit formulier op je site",
    };

    private static readonly ContactWords English = new()
    {
        Title = "Ask your question",
        Intro = "Fill in the form, and we will get in touch with you.",
        Name = "Your name",
        Email = "Your email address",
        Phone = "Your phone number",
        Message = "Your question",
        Optional = "(may be left empty)",
        LeaveEmpty = "Leave this field empty",
        Send = "Send",
        Kept = (length, day) => $"We keep your message for {length}: it is destroyed on {day} at the latest.",
        Wrong = new Dictionary<string, string>
        {
            ["name"] = $"Enter your name, on one line and in {ContactRules.MaxName} characters at most",
            ["email"] = "Enter an email address such as name@example.com",
            ["phone"] = "Enter a phone number such as +31 6 12345678, or leave this empty",
            ["message"] = $"Write your question, in {ContactRules.MaxMessage} characters at most and without a citizen service number",
        },
        SentBefore = "This form was sent already, with another message. Press Send again to send this message too.",
        TooMany = "Too many messages are coming in just now. Wait a minute, then press Send again.",
        Unavailable = "Sending does not work just now. Press Send again in a minute.",
        Unreadable = "We could not read the form well. Please check it, and press Send again.",
        ThanksTitle = "Thank you for your message",
        Thanks = "Your message has reached us. We will read it and get in touch with you.",
        Reference = "Reference",
        ForWebsites = "For who makes a website: this form on your site",
    };
}
