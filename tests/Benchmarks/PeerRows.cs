using System.ComponentModel;
using System.Diagnostics;
using WelWee3D.Formats;
using WelWee3D.Tests.Formats;

namespace WelWee3D.Benchmarks;

/// <summary>Files on disk as the app reads them, against well-known programs that tell the same of them, as whole processes.</summary>
internal static class PeerRows
{
    private const int Triangles = 100_000;
    private const double Megabyte = 1 << 20;

    public static async Task Add(Table table)
    {
        var folder = Directory.CreateTempSubdirectory("welwee3d-benchmark-");
        try
        {
            (string Format, string Ending, byte[] Content)[] files =
            [
                ("binary STL", "stl", StlFiles.BinarySphere(Triangles)),
                .. ReadingRows.Texts(Triangles).Select(each => (each.Format, each.Format.Split(' ')[^1].ToLowerInvariant(), each.Text)),
            ];
            foreach (var (format, ending, content) in files)
            {
                var path = Path.Combine(folder.FullName, $"{format.Replace(' ', '-')}.{ending}");
                await File.WriteAllBytesAsync(path, content);
                await Add(table, format, path, "assimp", ["info", path], 10);
                if (ending == "stl")
                    await Add(table, format, path, "admesh", ["--no-check", path], 3);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Add(Table table, string format, string path, string program, IReadOnlyList<string> arguments, double target)
    {
        if (!IsInstalled(program))
            return;
        var megabytes = new FileInfo(path).Length / Megabyte;
        table.Add(await Contest.Run(
            $"{format} file of {Triangles:N0} triangles, hash and facts", "MiB/s", $"{program} {arguments[0]}, whole process", target,
            () => Running.PerSecond(megabytes, () => Read(path)), () => Running.PerSecond(megabytes, () => Ran(program, arguments))));
    }

    private static async Task Read(string path)
    {
        await using var file = File.OpenRead(path);
        await ScanReading.Read(() => file, file.Length, default);
    }

    private static async Task Ran(string program, IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program}: {await errors}");
    }

    private static bool IsInstalled(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, ["--help"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.Kill();
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
