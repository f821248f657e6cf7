namespace WelWee3D.Mail;

/// <summary>Why somebody gets a letter, as its footer says.</summary>
public enum LetterReason
{
    /// <summary>The practice itself reads it.</summary>
    Practice,
    Colleague,
    Message,
    Order,
    Request,

    /// <summary>Somebody is sent their data by us, or named another to be sent them.</summary>
    Package,

    /// <summary>An organisation that was given data.</summary>
    Recipient,
}

/// <summary>The one footer of all letters.</summary>
internal static class LetterFooter
{
    public static string Of(LetterReason reason, string language) => language == "en" ? English(reason) : Dutch(reason);

    private static string Dutch(LetterReason reason) => "Je krijgt deze mail van Wel & Wee – 3D, omdat " + reason switch
    {
        LetterReason.Practice => "de praktijk op dit adres haar meldingen leest.",
        LetterReason.Colleague => "de praktijk je bij dit adres heeft genoteerd als collega.",
        LetterReason.Message => "iemand met dit adres ons een bericht stuurde.",
        LetterReason.Order => "er op dit adres een bestelling bij ons staat.",
        LetterReason.Request => "iemand met dit adres een privacyverzoek bij ons deed.",
        LetterReason.Package => "iemand ons vroeg gegevens te versturen, en dit adres daarbij noemde.",
        _ => "je organisatie gegevens van ons heeft gekregen.",
    };

    private static string English(LetterReason reason) => "You get this mail from Wel & Wee – 3D because " + reason switch
    {
        LetterReason.Practice => "the practice reads its notices at this address.",
        LetterReason.Colleague => "the practice has noted this address as a colleague’s.",
        LetterReason.Message => "somebody with this address sent us a message.",
        LetterReason.Order => "there is an order with us under this address.",
        LetterReason.Request => "somebody with this address made a privacy request to us.",
        LetterReason.Package => "somebody asked us to send data, and named this address.",
        _ => "your organisation was given data by us.",
    };
}
