namespace WelWee3D.Http;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Continuation">Where it begins, as the page before told; null for the first page.</param>
public sealed record Paging<T>(T? Continuation, int Limit)
    where T : struct;

public delegate bool TryParse<T>(string? text, out T value);

public static class Paging
{
    /// <summary>The query parameters that tell a page.</summary>
    public const string Continuation = "continuation";
    public const string Limit = "limit";

    private const int Usual = 50;
    private const int Most = 100;

    /// <param name="problems">What is wrong with the query otherwise, told with it.</param>
    public static Read<Paging<T>> Of<T>(HttpRequest request, TryParse<T> parse, Problems? problems = null)
        where T : struct
    {
        problems ??= [];
        var place = default(T);
        var limit = Usual;
        var continued = request.Query.TryGetValue(Continuation, out var continuation);
        if (continued && !parse(continuation, out place))
            problems.Add(Continuation, "Must be the continuation of an earlier page, as it was given.");
        if (request.Query.TryGetValue(Limit, out var asked)
            && !(int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= Most))
            problems.Add(Limit, $"Must be a number from 1 to {Most}.");

        return problems.Any ? new(Answers.Unreadable(problems)) : new(new Paging<T>(continued ? place : null, limit));
    }
}

/// <param name="Continuation">Where the next page starts; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Continuation);

public static class Page
{
    /// <param name="found">One more than a page holds, where there is one.</param>
    /// <param name="place">Where a page begins that begins with that item.</param>
    public static Page<T> Of<T>(IReadOnlyList<T> found, int limit, Func<T, string> place) =>
        new([.. found.Take(limit)], found.Count > limit ? place(found[limit]) : null);
}
