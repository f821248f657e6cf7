using WelWee3D.People;

namespace WelWee3D.Retention.Reconciling;

/// <summary>
/// All that the indexes hold, read before the records: what is written meanwhile looks as if it were missing, and is
/// looked at once more before anything is repaired.
/// </summary>
internal sealed class IndexKeys
{
    private IndexKeys()
    {
    }

    public Keys<DueRow> Due { get; } = new();

    /// <summary>Rows that a destruction has taken: it sees to their records.</summary>
    public Keys<DueRow> Claimed { get; } = new();

    /// <summary>The lines of destructions that have begun.</summary>
    public HashSet<string> Open { get; } = [];

    public Keys<(string Subject, Item Item)> Subjects { get; } = new();

    public Keys<(string Term, Item Item)> Search { get; } = new();

    public static async Task<IndexKeys> Read(
        DueIndex due, SubjectIndex subjects, SearchIndex search, RunTally tally, CancellationToken cancellation)
    {
        var keys = new IndexKeys();
        await Task.WhenAll(
            keys.ReadDue(due, tally, cancellation),
            keys.Subjects.Read(subjects.All(cancellation), tally),
            keys.Search.Read(search.All(cancellation), tally));
        return keys;
    }

    private async Task ReadDue(DueIndex due, RunTally tally, CancellationToken cancellation)
    {
        await foreach (var page in due.Until(DateOnly.MaxValue, cancellation))
        {
            foreach (var row in page.Rows)
                Due.Add(row);
            foreach (var open in page.Open)
            {
                Open.Add(open.Line);
                foreach (var row in open.Claimed)
                    Claimed.Add(row);
            }
            foreach (var (day, key) in page.Unreadable)
                tally.Leave($"{day}|{key}", Unfinished.Unreadable);
        }
    }
}
