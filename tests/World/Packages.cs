namespace WelWee3D.Tests;

internal static class Packages
{
    /// <summary>Makes a package from its first step to its last.</summary>
    /// <returns>False when it was taken away meanwhile.</returns>
    public static async Task<bool> Make(
        this ExportPackages packages, ExportPackage package, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        await packages.Begin(package, cancellation);
        return await packages.Fill(package, write, cancellation);
    }
}
