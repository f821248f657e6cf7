using System.Globalization;

namespace WelWee3D.Local;

/// <summary>What the command line says.</summary>
/// <param name="Storage">The connection string of an emulator that runs already; null starts one.</param>
/// <param name="HoldBodies">See <see cref="LocalAppOptions.HoldBodies"/>.</param>
public sealed record Options(int Port, string DataFolder, bool Reset, string? Storage = null, bool HoldBodies = false)
{
    public const string Usage = "Usage: dotnet run --project local [-- --port <7071>] [--data <folder>] [--reset] [--storage <connection string>] [--hold-bodies]";

    public static Options Default => new(7071, Path.Combine(Root(), ".data"), Reset: false);

    /// <returns>Null where the arguments make no sense.</returns>
    public static Options? Parse(ReadOnlySpan<string> args) => Parse(args, Default);

    private static Options? Parse(ReadOnlySpan<string> args, Options options) => args switch
    {
        [] => options,
        ["--port", var port, .. var rest] when Number(port) is { } number => Parse(rest, options with { Port = number }),
        ["--data", var folder, .. var rest] => Parse(rest, options with { DataFolder = Path.GetFullPath(folder) }),
        ["--storage", var storage, .. var rest] => Parse(rest, options with { Storage = storage }),
        ["--reset", .. var rest] => Parse(rest, options with { Reset = true }),
        ["--hold-bodies", .. var rest] => Parse(rest, options with { HoldBodies = true }),
        _ => null,
    };

    internal static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 ? port : null;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "WelWee3D.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? Environment.CurrentDirectory;
    }
}
