using System.Collections.Frozen;

namespace WelWee3D.Retention;

/// <summary>All kinds of record that this version knows.</summary>
public sealed class RecordKinds
{
    private readonly FrozenDictionary<string, IRecordKind> byName;

    public RecordKinds(IEnumerable<IRecordKind> kinds)
    {
        byName = kinds.ToFrozenDictionary(kind => kind.Name);
        InOrder = [.. Ordered()];
    }

    /// <summary>In the order in which they are destroyed: each comes after those that go first.</summary>
    public IReadOnlyList<IRecordKind> InOrder { get; }

    /// <summary>Null for a kind that is not registered: of a later version, before a rollback. What is of it is left, and told.</summary>
    public IRecordKind? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The kind by which a record was found.</summary>
    public IRecordKind Of(KeptRecord record) => byName[record.Item.Kind];

    /// <inheritdoc cref="IRecordKind.DeleteCopies"/>
    public async Task DeleteCopies(IReadOnlySet<Id>? records, CancellationToken cancellation)
    {
        foreach (var kind in InOrder)
            await kind.DeleteCopies(records, cancellation);
    }

    private IEnumerable<IRecordKind> Ordered()
    {
        var left = byName.Values.OrderBy(kind => kind.Name, StringComparer.Ordinal).ToList();
        while (left.Count > 0)
        {
            var next = left.FirstOrDefault(kind => kind.After.All(first => left.All(each => each.Name != first)))
                ?? throw new InvalidOperationException($"Each of {string.Join(", ", left.Select(kind => kind.Name))} is to go after another.");
            left.Remove(next);
            yield return next;
        }
    }
}

/// <summary>Of some records those that there are.</summary>
/// <param name="Unreadable">Those that this version cannot read: left as they are, and told.</param>
internal sealed record FoundRecords(IReadOnlyList<KeptRecord> Readable, IReadOnlyList<Id> Unreadable);

internal static class FindingRecords
{
    /// <summary>A record as it stands; null when there is none.</summary>
    public static async Task<KeptRecord?> Find(this IRecordKind kind, Id id, CancellationToken cancellation) =>
        await kind.Find([id], cancellation) is [var record, ..] ? record : null;

    /// <summary>Records as they stand. What cannot be read keeps no other from being found.</summary>
    public static async Task<FoundRecords> FindReadable(this IRecordKind kind, IReadOnlyList<Id> ids, CancellationToken cancellation)
    {
        try
        {
            return new(await kind.Find(ids, cancellation), []);
        }
        catch (UnreadableException) when (ids.Count == 1)
        {
            return new([], ids);
        }
        catch (UnreadableException)
        {
            // Halves lead to the one in a few looks.
            var one = await kind.FindReadable([.. ids.Take(ids.Count / 2)], cancellation);
            var other = await kind.FindReadable([.. ids.Skip(ids.Count / 2)], cancellation);
            return new([.. one.Readable, .. other.Readable], [.. one.Unreadable, .. other.Unreadable]);
        }
    }
}
