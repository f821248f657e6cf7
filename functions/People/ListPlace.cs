using WelWee3D.Http;

namespace WelWee3D.People;

/// <summary>Where a record stands in a list that goes by days.</summary>
public readonly record struct ListPlace(DateOnly Day, Id Id)
{
    /// <summary>What a record is filed under in the index of searches: the terms of one state are in the order of their days.</summary>
    public static string Term(string state, DateOnly day) => $"{state}:{day.Iso()}";

    public static async IAsyncEnumerable<ListPlace> Find(
        SearchIndex search, string kind, string state, DateOnly until, ListPlace? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var from = after is { } place ? (Term(state, place.Day), place.Id) : ((string, Id)?)null;
        await foreach (var (term, id) in search.Find(kind, Term(state, DateOnly.MinValue), Term(state, until), from, cancellation))
            if (Amsterdam.TryDate(term[(state.Length + 1)..], out var day))
                yield return new(day, id);
    }

    /// <summary>A page of what is few enough to be put in order each time that it is asked for.</summary>
    public static Page<T> Page<T>(IEnumerable<T> all, Func<T, ListPlace> placeOf, Paging<ListPlace> asked)
    {
        var left = all.Select(item => (Place: placeOf(item), Item: item)).OrderBy(each => each.Place.Day).ThenBy(each => each.Place.Id)
            .SkipWhile(each => asked.Continuation is { } last && (each.Place.Day, each.Place.Id).CompareTo((last.Day, last.Id)) <= 0).ToList();
        return new([.. left.Take(asked.Limit).Select(each => each.Item)], left.Count > asked.Limit ? $"{left[asked.Limit - 1].Place}" : null);
    }

    public static bool TryParse(string? text, out ListPlace place)
    {
        place = default;
        if (text?.Split('|') is not [var iso, var id] || !Amsterdam.TryDate(iso, out var day) || !Id.TryParse(id, out var known))
            return false;
        place = new(day, known);
        return true;
    }

    public override string ToString() => $"{Day.Iso()}|{Id}";
}
