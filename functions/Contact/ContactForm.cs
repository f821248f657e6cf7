using WelWee3D.Http;

namespace WelWee3D.Contact;

/// <summary>
/// What somebody filled in: trimmed, line ends as one sign, empty fields absent. A website may send other fields along:
/// they are left alone.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record ContactForm
{
    private const long MaxBytes = 64 * 1024;
    private static readonly string[] Fields = ["name", "email", "phone", "message", "locale", "website", "altcha", "next", "idempotencyKey"];

    public string? Name { get; init => field = Clean(value); }

    public string? Email { get; init => field = Clean(value); }

    public string? Phone { get; init => field = Clean(value); }

    public string? Message { get; init => field = Clean(value); }

    public string? Locale { get; init => field = Clean(value)?.ToLowerInvariant(); }

    /// <summary>A honeypot: people do not see this field, programs fill it in.</summary>
    public string? Website { get; init => field = Clean(value); }

    /// <summary>The proof of work that the page did for this form.</summary>
    public string? Altcha { get; init; }

    /// <summary>Where a plain HTML form wants its visitor to go afterwards.</summary>
    public string? Next { get; init => field = Clean(value); }

    /// <summary>What the header of that name says, for a form without script.</summary>
    public string? IdempotencyKey { get; init => field = Clean(value); }

    [JsonIgnore]
    public bool IsFromRobot => Website is not null;

    internal static Task<ReadForm<ContactForm>> Read(HttpRequest request, Func<ContactForm, Problems> rules, CancellationToken cancellation) =>
        ReadForm.Of(request, Fields, From, rules, MaxBytes, cancellation);

    private static ContactForm From(IReadOnlyDictionary<string, string> fields) => new()
    {
        Name = fields.GetValueOrDefault("name"),
        Email = fields.GetValueOrDefault("email"),
        Phone = fields.GetValueOrDefault("phone"),
        Message = fields.GetValueOrDefault("message"),
        Locale = fields.GetValueOrDefault("locale"),
        Website = fields.GetValueOrDefault("website"),
        Altcha = fields.GetValueOrDefault("altcha"),
        Next = fields.GetValueOrDefault("next"),
        IdempotencyKey = fields.GetValueOrDefault("idempotencyKey"),
    };

    // Paste from a word processor brings vertical tabs and form feeds for line ends.
    internal static string? Clean(string? value) =>
        value?.ReplaceLineEndings("\n").Replace('\v', '\n').Trim() is { Length: > 0 } text ? text : null;
}
