using Azure.Core;

namespace WelWee3D.Tests;

/// <summary>Which tables and containers of an account were written to: what was read of the others is still true.</summary>
public sealed class Written
{
    private static readonly string[] Tables = [.. StorageSetup.RecordTables, .. StorageSetup.LedgerTables];

    private readonly HashSet<string> names = [];

    /// <summary>Those since this was last asked.</summary>
    public IReadOnlyCollection<string> Take()
    {
        lock (names)
        {
            string[] taken = [.. names];
            names.Clear();
            return taken;
        }
    }

    // The path is the account, and a table with or without keys, or a container and a blob. A batch names its table inside.
    internal void Note(Request request)
    {
        if (request.Method == RequestMethod.Get || request.Method == RequestMethod.Head)
            return;
        var name = request.Uri.ToUri().AbsolutePath.Split('/', '(')[2];
        var written = name == "$batch" ? NamedIn(request.Text()) : [name];
        lock (names)
            names.UnionWith(written);
    }

    private static IEnumerable<string> NamedIn(string batch) =>
        Tables.Where(table => batch.Contains($"/{table}", StringComparison.Ordinal));
}
