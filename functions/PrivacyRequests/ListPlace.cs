using System.Runtime.CompilerServices;
using WelWee3D.People;
using WelWee3D.Storage;

namespace WelWee3D.PrivacyRequests;

/// <summary>Where a request stands in a list that goes by days.</summary>
public readonly record struct ListPlace(DateOnly Day, Id Id)
{
    /// <summary>What a request is filed under in the index of searches: the terms of one state are in the order of their days.</summary>
    public static string Term(string state, DateOnly day) => $"{state}:{day.Iso()}";

    public static async IAsyncEnumerable<ListPlace> Find(
        SearchIndex search, string kind, string state, DateOnly until, ListPlace? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var from = after is { } place ? (Term(state, place.Day), place.Id) : ((string, Id)?)null;
        await foreach (var (term, id) in search.Find(kind, Term(state, DateOnly.MinValue), Term(state, until), from, cancellation))
            if (Amsterdam.TryDate(term[(state.Length + 1)..], out var day))
                yield return new(day, id);
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
