using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
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

    /// <param name="rules">What is wrong with it, told for JSON beside what does not fit; of a form the caller asks it.</param>
    internal static async Task<ReadForm> Read(HttpRequest request, Func<ContactForm, Problems> rules, CancellationToken cancellation)
    {
        switch (Body.Kind(request))
        {
            case BodyKind.Json:
                var read = await Body.Json(request, rules, MaxBytes, cancellation);
                return read.Refusal is { } refused ? new(null, refused, []) : new(read.Value, null, []);
            case BodyKind.Form:
                var fields = new FormFields(Fields);
                var refusal = await Body.Fill(fields, request, MaxBytes, cancellation);
                return new(From(fields.Values), refusal, [.. fields.Unreadable.Concat(fields.Problems).Select(problem => problem.Field)]);
            default:
                return new(null, Answers.UnsupportedMediaType(Body.JsonType, Body.UrlEncodedType, Body.MultipartType), []);
        }
    }

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

/// <summary>What came of reading a form.</summary>
/// <param name="Form">Of one that is refused what could be read, where that is anything: it is given back to a person without script.</param>
/// <param name="Refusal">Look here first.</param>
/// <param name="Faults">The fields that could not be read.</param>
internal readonly record struct ReadForm(ContactForm? Form, IResult? Refusal, IReadOnlyList<string> Faults);
