using WelWee3D.Telemetry;

namespace WelWee3D.Retention;

/// <summary>How the promises stand this morning, in figures.</summary>
public sealed class Standing(DueIndex due, RecordKinds kinds, DestructionTasks tasks, Measures measures)
{
    private const int EntriesAtOnce = 100;

    // The last day of the calendar stands for what nothing makes due.
    private static readonly DateOnly LastDue = DateOnly.MaxValue.AddDays(-1);

    public async Task Measure(DateOnly today, CancellationToken cancellation)
    {
        var (open, overdue) = await tasks.Count(today, cancellation);
        measures.TasksStand(open, overdue);
        if (await NearestDeadline(cancellation) is { } nearest)
            measures.NearestDeadlineIn(nearest.DayNumber - today.DayNumber);
    }

    /// <summary>
    /// Of what is kept. Records come in the order of the days on which they are destroyed; one with a margin has its deadline
    /// later, so the search goes on until no other can be nearer.
    /// </summary>
    private async Task<DateOnly?> NearestDeadline(CancellationToken cancellation)
    {
        DateOnly? nearest = null;
        await foreach (var row in due.Look(LastDue, from: null, EntriesAtOnce, cancellation).SelectMany(entry => entry.Rows))
        {
            if (nearest < row.On)
                break;
            if (await DeadlineOf(row, cancellation) is { } deadline && !(nearest <= deadline))
                nearest = deadline;
        }
        return nearest;
    }

    /// <summary>The day after which nobody can recover it, holds counted; null of a row that stands for no record.</summary>
    private async Task<DateOnly?> DeadlineOf(DueRow row, CancellationToken cancellation)
    {
        if (kinds.Find(row.Item.Kind) is not { } kind || (await kind.FindReadable([row.Item.Id], cancellation)).Readable is not [var record, ..])
            return null;
        return record.Due != row ? null : record.WithParts.Min(each => each.Retention.DueOn?.AddDays(each.Retention.Margin));
    }
}
