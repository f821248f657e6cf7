namespace WelWee3D.Exports;

/// <summary>The settings under <c>Recipients</c>: who outside the practice gets personal data, as statement and packages name them.</summary>
public sealed class RecipientOptions
{
    public const int Longest = 100;

    /// <summary>Where the app and its storage run.</summary>
    public string Hosting { get; set; } = "Microsoft Azure";

    /// <summary>Who delivers the letters.</summary>
    public string Mail { get; set; } = "Twilio SendGrid";

    /// <summary>Who hosts the mail of the practice; empty where the statement need not say the name.</summary>
    public string MailHost { get; set; } = "";

    /// <summary>Who hosts the website of the practice; empty where it does so itself.</summary>
    public string Website { get; set; } = "IdeeMedia";

    /// <summary>Who counts its visits; empty where the app does.</summary>
    public string Analytics { get; set; } = "";

    /// <summary>Who prints the figurines; empty where the practice does.</summary>
    public string Printer { get; set; } = "";

    /// <summary>Who brings the figurines; empty where that is not always the same one.</summary>
    public string Carrier { get; set; } = "";
}
