namespace WelWee3D.Contact;

/// <summary>What the form's page says.</summary>
internal sealed class ContactWords(string language) : FormWords(language)
{
    public string Title => Either("Stel je vraag", "Ask your question");

    public string Intro => Either("Vul het formulier in, dan nemen we contact met je op.", "Fill in the form, and we will get in touch with you.");

    public string Message => Either("Je vraag", "Your question");

    public string Kept(string length, string day) => Either(
        $"We bewaren je bericht {length}: uiterlijk op {day} wordt het vernietigd.",
        $"We keep your message for {length}: it is destroyed on {day} at the latest.");

    public override string Wrong(string field) => field switch
    {
        "name" => Either($"Vul je naam in, op één regel en in hoogstens {ContactRules.MaxName} tekens", $"Enter your name, on one line and in {ContactRules.MaxName} characters at most"),
        "message" => Either($"Schrijf je vraag, in hoogstens {ContactRules.MaxMessage} tekens en zonder burgerservicenummer", $"Write your question, in {ContactRules.MaxMessage} characters at most and without a citizen service number"),
        _ => base.Wrong(field),
    };

    public string SentBefore => Either(
        "Dit formulier is al verstuurd, met een ander bericht. Druk nog eens op Verstuur om ook dit bericht te sturen.",
        "This form was sent already, with another message. Press Send again to send this message too.");

    public string TooMany => Either(
        "Er komen nu te veel berichten binnen. Wacht een minuut en druk dan nog eens op Verstuur.",
        "Too many messages are coming in just now. Wait a minute, then press Send again.");

    public string ThanksTitle => Either("Bedankt voor je bericht", "Thank you for your message");

    public string Thanks => Either(
        "Je bericht is bij ons aangekomen. We lezen het en nemen contact met je op.",
        "Your message has reached us. We will read it and get in touch with you.");

    public string ForWebsites => Either("Voor wie een website maakt: dit formulier op je site", "For who makes a website: this form on your site");
}
