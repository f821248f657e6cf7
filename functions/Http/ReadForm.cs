namespace WelWee3D.Http;

/// <summary>What came of reading what a visitor filled in.</summary>
/// <param name="Form">Of one that is refused what could be read, where that is anything: it is given back to a person without script.</param>
/// <param name="Refusal">Look here first.</param>
/// <param name="Faults">The fields that could not be read.</param>
internal readonly record struct ReadForm<TFilled>(TFilled? Form, IResult? Refusal, IReadOnlyList<string> Faults)
    where TFilled : class;

internal static class ReadForm
{
    /// <summary>From a script as JSON, and from a page as a form.</summary>
    /// <param name="from">A form with the values of the fields; what is wrong with those, the caller asks it.</param>
    /// <param name="rules">What is wrong with it, told for JSON beside what does not fit.</param>
    public static async Task<ReadForm<TFilled>> Of<TFilled>(
        HttpRequest request, IEnumerable<string> fields, Func<IReadOnlyDictionary<string, string>, TFilled> from, Func<TFilled, Problems> rules, long limit,
        CancellationToken cancellation)
        where TFilled : class
    {
        switch (Body.Kind(request))
        {
            case BodyKind.Json:
                var read = await Body.Json(request, rules, limit, cancellation);
                return read.Refusal is { } refused ? new(null, refused, []) : new(read.Value, null, []);
            case BodyKind.Form:
                var filled = new FormFields(fields);
                var refusal = await Body.Fill(filled, request, limit, cancellation);
                return new(from(filled.Values), refusal, [.. filled.Unreadable.Concat(filled.Problems).Select(problem => problem.Field)]);
            default:
                return new(null, Answers.UnsupportedMediaType(Body.JsonType, Body.UrlEncodedType, Body.MultipartType), []);
        }
    }
}
