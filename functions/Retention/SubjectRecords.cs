using WelWee3D.People;
using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>What is kept about a person.</summary>
/// <param name="Unknown">What is of a kind that this version does not know: left as it is, and told.</param>
public sealed record Finding(IReadOnlyList<KeptRecord> Records, IReadOnlyList<Item> Unknown)
{
    /// <summary>The records, and what belongs to them.</summary>
    public IEnumerable<KeptRecord> WithParts => Records.SelectMany(record => record.Parts.Append(record));
}

/// <summary>Finds the records about a person, by the index of subjects.</summary>
public sealed class SubjectRecords(SubjectIndex index, RecordKinds kinds)
{
    public async Task<Finding> Find(IReadOnlyList<string> subjects, CancellationToken cancellation)
    {
        var items = new HashSet<Item>();
        foreach (var subject in subjects)
            items.UnionWith(await index.Find(subject, cancellation));

        var records = new List<KeptRecord>();
        foreach (var kind in kinds.InOrder)
            foreach (var ids in items.Where(item => item.Kind == kind.Name).Select(item => item.Id).Chunk(kind.FoundAtOnce))
                records.AddRange(await kind.Find(ids, cancellation));
        return new(
            // The index may lead to a record that is about somebody else by now; the record itself decides.
            [.. records.Where(record => record.Subjects.Intersect(subjects).Any())],
            [.. items.Where(item => kinds.Find(item.Kind) is null)]);
    }
}
