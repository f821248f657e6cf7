using WelWee3D.Http;

namespace WelWee3D.People;

/// <summary>Finds the records of a kind that staff look for, newest first, over the indexes of subjects and of searches.</summary>
public sealed class RecordSearch(SubjectIndex subjects, SearchIndex index, SubjectKeys keys, SearchTerms terms)
{
    // What a page looks at when hardly any of it is what is asked for.
    private const int MostLooked = 500;

    /// <summary>The range of an index in which all that is looked for is: of what is given, that which the fewest share.</summary>
    /// <param name="term">What they are under where no person is named.</param>
    internal IAsyncEnumerable<Id> Candidates(string kind, Search search, string term, Id? after, CancellationToken cancellation)
    {
        if (search.Reference is { } reference)
            return index.Find(kind, SearchTerms.Of(reference), after, cancellation);
        if (search.Email is { } email)
            return OfSubject([.. keys.AllOfEmail(email), .. keys.FormerOfEmail(email)], kind, after, cancellation);
        if (search.Phone is { } phone)
            return OfSubject([.. keys.AllOfPhone(phone), .. keys.FormerOfPhone(phone)], kind, after, cancellation);
        return index.Find(kind, search.Words.MaxBy(word => word.Length) is { } word ? terms.OfWord(word) : term, after, cancellation);
    }

    /// <summary>A page of the candidates that are what is asked for. What cannot be read is passed over.</summary>
    /// <param name="find">Null for one that is not.</param>
    public static async Task<FoundPage<TRecord>> Page<TRecord>(IAsyncEnumerable<Id> candidates, int limit, Func<Id, Task<TRecord?>> find)
        where TRecord : class
    {
        var (found, last, looked) = (new List<TRecord>(), (Id?)null, 0);
        await foreach (var ids in candidates.Chunk(limit))
        {
            foreach (var (id, record) in ids.Zip(await Task.WhenAll(ids.Select(id => Readable(() => find(id))))))
            {
                last = id;
                if (record is not null)
                    found.Add(record);
                if (found.Count == limit)
                    return new(found, last);
            }
            looked += ids.Length;
            if (looked >= MostLooked)
                return new(found, last);
        }
        return new(found, Last: null) { HasLooked = last is not null };
    }

    /// <summary>For a list: one that cannot be read keeps none of the others from it, and is told by the reconciliation and the letter of the morning.</summary>
    /// <returns>Null where it cannot be read.</returns>
    public static async Task<TRecord?> Readable<TRecord>(Func<Task<TRecord?>> find)
        where TRecord : class
    {
        try
        {
            return await find();
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    private async IAsyncEnumerable<Id> OfSubject(
        IEnumerable<string> subject, string kind, Id? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var indexed = await Task.WhenAll(subject.Distinct().Select(key => subjects.Find(key, cancellation)));
        foreach (var id in indexed.SelectMany(each => each.Items).Where(item => item.Kind == kind).Select(item => item.Id).Distinct().OrderDescending())
            if (after is not { } last || id < last)
                yield return id;
    }
}

/// <param name="Last">Where the next page goes on; null on the last one.</param>
public sealed record FoundPage<T>(IReadOnlyList<T> Items, Id? Last)
{
    /// <summary>Whether there was anything to look at.</summary>
    public bool HasLooked { get; init; } = true;

    public Page<TView> Told<TView>(Func<T, TView> view) => new([.. Items.Select(view)], Last?.ToString());
}
