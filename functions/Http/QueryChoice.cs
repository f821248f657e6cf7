namespace WelWee3D.Http;

/// <summary>A query parameter that names one of a few values, in any case.</summary>
public static class QueryChoice
{
    /// <returns>Null when none is asked for, or none that there is: then that is among the problems.</returns>
    public static T? Of<T>(HttpRequest request, string parameter, Problems problems)
        where T : struct, Enum
    {
        if (!request.Query.TryGetValue(parameter, out var name))
            return null;
        var names = Enum.GetNames<T>();
        if (Array.Find(names, each => each.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } known)
            return Enum.Parse<T>(known);
        problems.Add(parameter, $"Must be one of: {string.Join(", ", names).ToLowerInvariant()}.");
        return null;
    }
}
