using System.Text.Json;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Local;

/// <summary>
/// Recomputes a chain of certificates from a file alone: without storage, and without trust in who keeps it.
/// </summary>
public static class VerifyCommand
{
    private const int Intact = 0;
    private const int Broken = 1;
    private const int Unreadable = CommandLine.Misused;

    /// <param name="noted">The hash of the newest certificate at another time, as somebody noted it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string file, string? noted, TextWriter output, TextWriter errors)
    {
        try
        {
            return await Verify(CertificateFile.Read(await File.ReadAllBytesAsync(file)), noted, output);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            await errors.WriteLineAsync($"{file} cannot be read as certificates: {fault.Message}");
            return Unreadable;
        }
    }

    private static async Task<int> Verify(FetchedChain chain, string? noted, TextWriter output)
    {
        var fetched = chain.Certificates;
        var from = fetched.Count == 0 ? 1 : Math.Max(1, fetched[0].Sealed.Number);
        var report = await CertificateChain.Verify(fetched.Select(each => each.Sealed).ToAsyncEnumerable(), chain.Checkpoints, from);
        var broken = report.Broken;
        if (fetched.Take(report.Checked).FirstOrDefault(each => !each.Genuine) is { } shownOtherwise)
            broken = new(shownOtherwise.Sealed.Number, "what is shown beside its text differs from its text");

        await output.WriteLineAsync($"Certificates read: {fetched.Count}");
        if (broken is not null)
        {
            await output.WriteLineAsync($"BROKEN at certificate {broken.Number}: {broken.Reason}.");
            return Broken;
        }
        if (chain.Unreadable.Count > 0)
        {
            await output.WriteLineAsync($"BROKEN: what it should be held against is damaged: {string.Join(", ", chain.Unreadable)}.");
            return Broken;
        }
        if (from > 1)
            await output.WriteLineAsync($"A PART of the chain, from certificate {from} on: the ones before it are not here, and what it follows from cannot be told. certificates?all gives the whole.");
        await output.WriteLineAsync("Each has the hash it was sealed with, and follows from the one before.");
        if (chain.Checkpoints.MaxBy(checkpoint => checkpoint.Number) is { } last)
            await output.WriteLineAsync($"Checkpoints that it holds against: {chain.Checkpoints.Count}, the last of {last.Day.Iso()}, of certificate {last.Number}.");
        return await Compare(fetched, noted, output);
    }

    // A chain cannot tell that its end was cut off: only what somebody noted of it before can.
    private static async Task<int> Compare(IReadOnlyList<FetchedCertificate> fetched, string? noted, TextWriter output)
    {
        var newest = fetched.Count == 0 ? null : fetched[^1].Sealed;
        await output.WriteLineAsync(newest is null ? "Newest: none" : $"Newest: {newest.Number} {newest.Hash}");
        if (noted is null)
        {
            await output.WriteLineAsync("That newer ones were taken away cannot be seen from these alone. Compare the newest with what was noted of it elsewhere, or give that with --newest.");
            return Intact;
        }
        if (fetched.FirstOrDefault(each => each.Sealed.Hash.Equals(noted.Trim(), StringComparison.OrdinalIgnoreCase)) is not { } known)
        {
            await output.WriteLineAsync("BROKEN: none has the hash that was noted. Certificates were taken away or rewritten since.");
            return Broken;
        }
        await output.WriteLineAsync($"The hash that was noted is that of certificate {known.Sealed.Number}; {newest!.Number - known.Sealed.Number} were issued since.");
        return Intact;
    }
}
