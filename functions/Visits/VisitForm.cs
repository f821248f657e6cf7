using WelWee3D.Http;

namespace WelWee3D.Visits;

/// <summary>A page that was seen, and for how long: from the beacon as a form, from a script as JSON too.</summary>
internal sealed record VisitForm(string? Page, int? Seconds)
{
    private const int MaxBytes = 2048;
    private const int MaxSeconds = 24 * 60 * 60;

    // A page that is left open says nothing of how long it was read.
    private const int CountedSeconds = 60 * 60;

    private static readonly string[] Fields = ["page", "seconds"];

    public int Counted => Math.Min(Seconds!.Value, CountedSeconds);

    public static async Task<Read<VisitForm>> Read(HttpRequest request, VisitsOptions options, CancellationToken cancellation)
    {
        if (Body.Kind(request) != BodyKind.Form)
            return await Body.Json<VisitForm>(request, form => form.Problems(options), MaxBytes, cancellation);
        var read = await Body.Form(request, Fields, MaxBytes, cancellation);
        if (read.Refusal is { } refusal)
            return new(refusal);
        var form = new VisitForm(
            read.Value.GetValueOrDefault("page"),
            int.TryParse(read.Value.GetValueOrDefault("seconds"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null);
        return form.Problems(options) is { Any: true } problems ? new(Answers.Invalid(problems)) : new(form);
    }

    private Problems Problems(VisitsOptions options)
    {
        var problems = new Problems();
        if (Page is null || options.Own(Page) is null)
            problems.Add("page", "Must be the path of one of the site's own pages, such as /tarieven.");
        if (Seconds is not (>= 0 and <= MaxSeconds))
            problems.Add("seconds", $"Must be a whole number from 0 to {MaxSeconds}: for how long the page was visible.");
        return problems;
    }
}
