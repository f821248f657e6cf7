using WelWee3D.People;

namespace WelWee3D.Retention;

/// <summary>What is kept about a person.</summary>
/// <param name="NotUnderstood">What this version does not know or cannot read: left as it is, and told.</param>
public sealed record Finding(IReadOnlyList<KeptRecord> Records, IReadOnlyList<Unfinished> NotUnderstood)
{
    /// <summary>The records, and what belongs to them.</summary>
    public Finding Where(Func<KeptRecord, bool> isMeant) => this with { Records = [.. Records.Where(isMeant)] };

    public IEnumerable<KeptRecord> WithParts => Records.SelectMany(record => record.Parts.Append(record));
}

/// <summary>Finds the records about a person, by the index of subjects.</summary>
public sealed class SubjectRecords(SubjectIndex index, RecordKinds kinds, DestructionTasks tasks, MailboxTasks mailboxes)
{
    /// <summary>What these values lead to, told apart by how surely it is about the person they name.</summary>
    /// <param name="named">Records that are theirs in any case.</param>
    public async Task<Matches> Match(IReadOnlyList<SubjectValue> values, IReadOnlyList<Id> named, CancellationToken cancellation)
    {
        IReadOnlyList<string> all = [.. values.SelectMany(value => value.Keys)];
        if (values.Any(value => value.Subjects.Count > 1))
            await tasks.Follow([.. values.Select(value => value.Subjects)], cancellation);
        var found = await Find(all, cancellation);
        // What stands under a former key is written anew at once: whoever goes on from here finds it under its own.
        var outdated = found.Records.Where(record => record.IsOutdated).ToList();
        foreach (var record in outdated)
            await kinds.Of(record).Decide(record.Item.Id, Decision.Touch, cancellation);
        if (values.Any(value => value.Subjects.Count > 1))
            foreach (var record in found.Records)
                await kinds.Of(record).Rekey(record.Item.Id, [.. values.Select(value => value.Subjects)], cancellation);
        IReadOnlyList<string> subjects = [.. values.SelectMany(value => value.Subjects)];
        return Matches.Of(
            outdated.Count > 0 ? await Find(all, cancellation) : found,
            await tasks.About(subjects, cancellation), await mailboxes.About([.. values.Select(value => value.Subjects)], cancellation), values, named);
    }

    public async Task<Finding> Find(IReadOnlyList<string> subjects, CancellationToken cancellation)
    {
        var (items, records, notUnderstood) = (new HashSet<Item>(), new List<KeptRecord>(), new List<Unfinished>());
        foreach (var indexed in await Task.WhenAll(subjects.Select(subject => index.Find(subject, cancellation))))
        {
            items.UnionWith(indexed.Items);
            notUnderstood.AddRange(indexed.Unreadable.Select(row => new Unfinished(row, Unfinished.Unreadable)));
        }
        foreach (var kind in kinds.InOrder)
            foreach (var ids in items.Where(item => item.Kind == kind.Name).Select(item => item.Id).Chunk(kind.FoundAtOnce))
            {
                var found = await kind.FindReadable(ids, cancellation);
                records.AddRange(found.Readable);
                notUnderstood.AddRange(found.Unreadable.Select(id => new Unfinished($"{new Item(kind.Name, id)}", Unfinished.Unreadable)));
            }
        notUnderstood.AddRange(
            items.Where(item => kinds.Find(item.Kind) is null).Select(item => new Unfinished($"{item}", Unfinished.UnknownKind)));
        // The index may lead to a record that is about somebody else by now; the record itself decides.
        return new([.. records.Where(record => record.Subjects.Intersect(subjects).Any())], notUnderstood);
    }
}
