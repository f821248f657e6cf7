using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace WelWee3D.Telemetry;

/// <summary>
/// Spans tell of the app's work and of nobody: of what is in them only that stays which is known to name nobody. An address
/// may hold a token or a search, so of a request its route stays; who sent it, and with what, is told nowhere.
/// </summary>
internal sealed class RedactedSpans : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Kept =
    [
        "faas.name", "faas.invocation_id", "faas.execution", "faas.instance", "faas.trigger", "schema.url", "az.schema_url",
        "http.request.method", "http.response.status_code", "http.route", "error.type", LetterKind,
    ];

    public const string LetterKind = "welwee.letter.kind";

    /// <summary>What a stranger sends along with a request would go on with it to storage and to the mail service.</summary>
    public override void OnStart(Activity data)
    {
        data.TraceStateString = null;
        foreach (var (name, _) in data.Baggage.ToList())
            data.SetBaggage(name, null);
    }

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.Where(tag => !Kept.Contains(tag.Key)).ToList())
            data.SetTag(name, null);
        // The worker describes a failure by the message of its exception, which may be anything.
        if (data.Status == ActivityStatusCode.Error)
            data.SetStatus(ActivityStatusCode.Error);
    }
}
