namespace WelWee3D.Mail;

/// <summary>By what mail programs put letters together (RFC 5322, section 3.6.4): all refer to one that begins the thread.</summary>
internal sealed record LetterThread(string MessageId, string Root)
{
    /// <summary>Null for a letter that stands alone.</summary>
    public static LetterThread? Of(Letter which, RenderedLetter letter, MailOptions mail)
    {
        var domain = mail.From[(mail.From.LastIndexOf('@') + 1)..];
        return letter.Thread is { } thread
            ? new($"{which.Kind}.{which.Reference.Replace('|', '.')}@{domain}", $"{thread}@{domain}")
            : null;
    }
}
