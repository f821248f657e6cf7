namespace WelWee3D.Mail;

/// <summary>The settings under <c>Mail</c>.</summary>
public sealed class MailOptions
{
    public string SendGridKey { get; set; } = "";

    /// <summary>Another host than SendGrid's own, such as that of its European region.</summary>
    public Uri? SendGridHost { get; set; }

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

    /// <summary>A path of the app as a whole address.</summary>
    public Uri Link(string path) => new(AppAddress!, path);
}
