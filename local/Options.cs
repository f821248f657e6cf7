namespace WelWee3D.Local;

/// <summary>How the app is run on this machine.</summary>
/// <param name="Storage">The connection string of an emulator that runs already; null starts one.</param>
/// <param name="Demo">Starts anew, with made-up clients.</param>
/// <param name="HoldBodies">See <see cref="LocalAppOptions.HoldBodies"/>.</param>
public sealed record Options(int Port, string DataFolder, bool Reset, string? Storage = null, bool HoldBodies = false, bool Demo = false)
{
    public static Options Default => new(7071, Path.Combine(Root(), ".data"), Reset: false);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "WelWee3D.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? Environment.CurrentDirectory;
    }
}
