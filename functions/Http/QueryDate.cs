namespace WelWee3D.Http;

internal static class QueryDate
{
    /// <summary>A day that is asked for in the query, or the usual one.</summary>
    public static DateOnly Date(this HttpRequest request, string name, DateOnly usual, Problems problems)
    {
        if (!request.Query.TryGetValue(name, out var asked))
            return usual;
        if (Amsterdam.TryDate(asked, out var day) && day.Year is >= 2000 and <= 2199)
            return day;
        problems.Add(name, "Must be a date from 2000 to 2199, such as 2026-11-22.");
        return usual;
    }
}
