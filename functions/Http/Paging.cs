using System.Globalization;
using Microsoft.AspNetCore.Http;
using WelWee3D.Storage;

namespace WelWee3D.Http;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="After">The last item of the page before; null for the first page.</param>
public sealed record Paging(Id? After, int Limit)
{
    private const int Usual = 50;
    private const int Most = 100;

    public static Read<Paging> Of(HttpRequest request)
    {
        var problems = new Problems();
        var after = default(Id);
        var limit = Usual;
        var continued = request.Query.TryGetValue("continuation", out var continuation);
        if (continued && !Id.TryParse(continuation, out after))
            problems.Add("continuation", "Must be the continuation of an earlier page, as it was given.");
        if (request.Query.TryGetValue("limit", out var asked)
            && !(int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= Most))
            problems.Add("limit", $"Must be a number from 1 to {Most}.");

        return problems.Any ? new(Answers.Unreadable(problems)) : new(new Paging(continued ? after : null, limit));
    }
}

/// <param name="Continuation">Where the next page starts; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Continuation);
