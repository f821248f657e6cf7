namespace WelWee3D.Mail;

public enum MailService
{
    SendGrid,
    Smtp,
}

public enum SendGridRegion
{
    Eu,
    Global,
}

/// <summary>How a connection to a mail server is kept from being read on its way.</summary>
public enum SmtpSecurity
{
    StartTls,
    Tls,

    /// <summary>Not at all: for a server on the same machine.</summary>
    None,
}

/// <summary>The settings under <c>Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>Who takes letters to where they go.</summary>
    public MailService Service { get; set; }

    public string SendGridKey { get; set; } = "";

    /// <summary>Where SendGrid keeps what it is sent.</summary>
    public SendGridRegion SendGridRegion { get; set; }

    /// <summary>Another host than that of the region: on one machine the local mailbox.</summary>
    public Uri? SendGridHost { get; set; }

    /// <summary>The public key with which SendGrid's events are verified, as it shows that; without it none are taken.</summary>
    public string SendGridVerification { get; set; } = "";

    public string SmtpHost { get; set; } = "";

    public int SmtpPort { get; set; } = 587;

    public SmtpSecurity SmtpSecurity { get; set; }

    /// <summary>Empty for a server that asks nobody who they are.</summary>
    public string SmtpUser { get; set; } = "";

    public string SmtpPassword { get; set; } = "";

    public string From { get; set; } = "";

    public string FromName { get; set; } = "Wel & Wee – 3D";

    /// <summary>Where the practice reads its mail, and where people turn to with their rights.</summary>
    public string Practice { get; set; } = "";

    /// <summary>
    /// The mailboxes of the practice that mail comes in to, by labels that certificates keep for ever, such as PRAKTIJK. The first is where
    /// <see cref="Practice"/> is read.
    /// </summary>
    public IList<string> Mailboxes { get; } = [];

    /// <summary>Whether a contact message stands in the letter that tells the practice of it. Its copy is then counted.</summary>
    public bool IncludeContent { get; set; }

    /// <summary>Where the app answers: links in letters lead there, for a request could name any host.</summary>
    public Uri? AppAddress { get; set; }

    /// <summary>Where SendGrid takes letters.</summary>
    public string SendGridAddress() => SendGridHost?.AbsoluteUri.TrimEnd('/')
        ?? (SendGridRegion == SendGridRegion.Global ? "https://api.sendgrid.com" : "https://api.eu.sendgrid.com");

    /// <summary>A path of the app as a whole address.</summary>
    public Uri Link(string path) => new(AppAddress!, path);
}
