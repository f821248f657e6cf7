using System.Text.Json.Nodes;
using WelWee3D.Consent;
using WelWee3D.Http;
using WelWee3D.Retention;

namespace WelWee3D.Orders.ByLink;

/// <summary>A client's own answer, from a script as JSON or from the page as a form.</summary>
/// <param name="TextVersion">Of the text that she had before her.</param>
/// <param name="Language">In which she had it.</param>
/// <param name="Told">What the page told would go by it, and when; absent from who sends no page.</param>
internal sealed record AnswerForm(
    Purpose Purpose, ConsentAnswer Answer, string? TextVersion, string? Language, bool DestroysNow = false, string? Told = null)
{
    private static readonly string[] Fields = ["purpose", "answer", "textVersion", "language", "destroysNow", "told"];

    public static async Task<Read<AnswerForm>> Read(HttpRequest request, DateOnly today, CancellationToken cancellation)
    {
        if (Body.Kind(request) != BodyKind.Form)
            return await Body.Json<AnswerForm>(request, form => form.Problems(today), ConsentForm.MaxBytes, cancellation);

        var read = await Body.Form(request, Fields, ConsentForm.MaxBytes, cancellation);
        return read.Refusal is { } refusal ? new(refusal) : Of(read.Value, today);
    }

    /// <summary>Whether who answers knows what goes by it: a page that was loaded before that changed does not tell it.</summary>
    public bool Knows(IEnumerable<GoesEarlier> goes) => DestroysNow && (Told is null || Told == GoesEarlier.Told(goes));

    public ConsentGiven ToConsent(DateTimeOffset now) => Said.ToConsent(Purpose, now, ConsentGiven.ByClient);

    private ConsentForm Said => new(Answer, Channel.Link, Language, TextVersion, GivenOn: null, DestroysNow);

    private Problems Problems(DateOnly today) => Said.Problems(Purpose, today);

    /// <summary>The page offers no other values than these: whatever else comes was not sent by it.</summary>
    private static Read<AnswerForm> Of(IReadOnlyDictionary<string, string> values, DateOnly today)
    {
        var json = new JsonObject(values.Select(value => KeyValuePair.Create(value.Key, value.Key == "destroysNow"
            ? JsonValue.Create(value.Value == "true")
            : (JsonNode?)value.Value)));
        try
        {
            var form = json.Deserialize<AnswerForm>(Json.Options)!;
            return form.Problems(today) is { Any: true } problems ? new(Answers.Invalid(problems)) : new(form);
        }
        catch (JsonException)
        {
            return new(Answers.Unreadable("answer", "Must say what is answered, and how."));
        }
    }
}
