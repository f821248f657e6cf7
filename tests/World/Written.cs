using Azure.Core;

namespace WelWee3D.Tests;

/// <summary>A partition of a table, or a container.</summary>
public readonly record struct WrittenPlace(string Name, string? Partition);

/// <summary>What of an account was written to: what was read of the rest is still true.</summary>
public sealed partial class Written
{
    private static readonly string[] Tables = [.. StorageSetup.RecordTables, .. StorageSetup.LedgerTables];

    private readonly HashSet<WrittenPlace> places = [];

    /// <summary>That since this was last asked.</summary>
    public IReadOnlyCollection<WrittenPlace> Take()
    {
        lock (places)
        {
            WrittenPlace[] taken = [.. places];
            places.Clear();
            return taken;
        }
    }

    internal void Note(Request request, string place)
    {
        if (request.Reads())
            return;
        Note(new(place, Tables.Contains(place) ? PartitionIn(request.Uri.Path) ?? PartitionIn(request.Text()) : null));
    }

    private void Note(WrittenPlace place)
    {
        lock (places)
            places.Add(place);
    }

    private static string? PartitionIn(string text) =>
        Partition().Match(Uri.UnescapeDataString(text)) is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex("""PartitionKey(?:='|"\s*:\s*")([^'"]+)""")]
    private static partial Regex Partition();
}
