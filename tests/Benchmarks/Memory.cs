using System.Diagnostics;

namespace WelWee3D.Benchmarks;

internal static class Memory
{
    /// <summary>The most this process ever had in memory.</summary>
    public static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / (1024.0 * 1024);
    }
}
