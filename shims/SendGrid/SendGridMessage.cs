namespace SendGrid.Helpers.Mail;

public class SendGridMessage
{
    private readonly List<EmailAddress> to = [];

    public EmailAddress? From { get; set; }

    public EmailAddress? ReplyTo { get; set; }

    public string? Subject { get; set; }

    public string? PlainTextContent { get; set; }

    public string? HtmlContent { get; set; }

    internal IReadOnlyList<EmailAddress> To => to;

    public TrackingSettings? TrackingSettings { get; set; }

    public void AddTo(EmailAddress email) => to.Add(email);
}

public class TrackingSettings
{
    public ClickTracking? ClickTracking { get; set; }

    public OpenTracking? OpenTracking { get; set; }
}

public class ClickTracking
{
    public bool? Enable { get; set; }

    public bool? EnableText { get; set; }
}

public class OpenTracking
{
    public bool? Enable { get; set; }
}

public class EmailAddress(string email, string? name = null)
{
    public string Email { get; set; } = email;

    public string? Name { get; set; } = name;
}
