using WelWee3D.Contact;
using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.People;

namespace WelWee3D.PrivacyRequests;

/// <summary>What somebody asks, and who they say they are: trimmed, empty fields absent.</summary>
public abstract record RequestForm
{
    protected const long MaxBytes = 64 * 1024;

    private const int MaxName = 200;
    private const int MaxText = 5000;

    public RequestKind? Kind { get; init; }

    public string? Name { get; init => field = ContactForm.Clean(value); }

    public string? Email { get; init => field = ContactForm.Clean(value); }

    public string? Phone { get; init => field = ContactForm.Clean(value); }

    public string? Text { get; init => field = ContactForm.Clean(value); }

    public string? Language { get; init => field = ContactForm.Clean(value)?.ToLowerInvariant(); }

    protected Problems CommonProblems()
    {
        var problems = new Problems();
        if (Kind is null)
            problems.Add("kind", $"Must be one of: {string.Join(", ", Enum.GetValues<RequestKind>().Select(kind => JsonName(kind)))}.");
        problems.CheckText("name", Name, MaxName);
        problems.CheckEmail("email", Email);
        if (Phone is { } phone)
            problems.CheckPhone("phone", phone);
        if (Text is { } text)
            problems.CheckLines("text", text, MaxText);
        if (Language is { } language)
            problems.CheckLanguage("language", language);
        return problems;
    }

    /// <summary>Once there are no problems.</summary>
    protected PrivacyRequest ToRequest(Id id, RequestChannel channel, DateOnly receivedOn) => new(
        id, Kind!.Value, Name!, MailAddresses.Kept(Email!), Phones.Kept(Phone), Text, Language ?? "nl", channel, receivedOn);

    private static string JsonName(RequestKind kind) => kind.ToString().ToLowerInvariant();
}

/// <summary>A request from the website, which may send other fields along.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record WebsiteRequestForm : RequestForm
{
    private static readonly string[] Fields = ["kind", "name", "email", "phone", "text", "language", "website", "altcha", "next"];

    /// <summary>A honeypot: people do not see this field, programs fill it in.</summary>
    public string? Website { get; init; }

    /// <summary>The proof of work that the page did for this form.</summary>
    public string? Altcha { get; init; }

    /// <summary>Where a plain HTML form wants its visitor to go afterwards.</summary>
    public string? Next { get; init => field = ContactForm.Clean(value); }

    [JsonIgnore]
    public bool IsFromRobot => !string.IsNullOrWhiteSpace(Website);

    public Problems Problems(IList<string> thanksPages)
    {
        var problems = CommonProblems();
        ThanksPage.Check(problems, Next, thanksPages);
        return problems;
    }

    /// <param name="number">Which of its content that day: an id that was destroyed is never used again.</param>
    public PrivacyRequest ToRequest(SubjectKeys keys, DateOnly today, int number = 0)
    {
        // What is sent twice on a day is one request.
        var content = StoredJson.Write(new { Kind, Name, Email, Phone, Text, Language });
        var seed = keys.Seed("privacy-request", number == 0 ? content : string.Create(CultureInfo.InvariantCulture, $"{number}|{content}"));
        return ToRequest(Id.From(Amsterdam.StartOf(today), seed), RequestChannel.Website, today);
    }

    internal static Task<ReadForm<WebsiteRequestForm>> Read(HttpRequest request, Func<WebsiteRequestForm, Problems> rules, CancellationToken cancellation) =>
        ReadForm.Of(request, Fields, From, rules, MaxBytes, cancellation);

    private static WebsiteRequestForm From(IReadOnlyDictionary<string, string> fields) => new()
    {
        Kind = Enum.TryParse<RequestKind>(fields.GetValueOrDefault("kind"), ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null,
        Name = fields.GetValueOrDefault("name"),
        Email = fields.GetValueOrDefault("email"),
        Phone = fields.GetValueOrDefault("phone"),
        Text = fields.GetValueOrDefault("text"),
        Language = fields.GetValueOrDefault("language"),
        Website = fields.GetValueOrDefault("website"),
        Altcha = fields.GetValueOrDefault("altcha"),
        Next = fields.GetValueOrDefault("next"),
    };
}

/// <summary>A request that staff took by phone, by mail or on paper.</summary>
public sealed record TakenRequestForm : RequestForm
{
    public DateOnly? ReceivedOn { get; init; }

    public RequestChannel? Channel { get; init; }

    public Problems Problems(DateOnly today)
    {
        var problems = CommonProblems();
        if (Channel is null or RequestChannel.Website)
            problems.Add("channel", "Must be one of: phone, mail, paper.");
        if (ReceivedOn is not { } on)
            problems.Add("receivedOn", "Is required.");
        else
            problems.CheckDay("receivedOn", on, OrderRules.Earliest, today);
        return problems;
    }

    /// <summary>Once there are no problems.</summary>
    public PrivacyRequest ToRequest(Id id, Act act) =>
        ToRequest(id, Channel!.Value, ReceivedOn!.Value).Noting(act, RequestEvent.Registered);

    public static Task<Read<TakenRequestForm>> Read(HttpRequest request, DateOnly today, CancellationToken cancellation) =>
        Body.Json<TakenRequestForm>(request, form => form.Problems(today), MaxBytes, cancellation);
}
