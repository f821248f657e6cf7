using System.Buffers.Binary;
using WelWee3D.Local;

namespace WelWee3D.Tests.Browser;

/// <summary>A scan of three pieces on this machine's disk: the sample, many times.</summary>
internal sealed class LargeScan : IDisposable
{
    private const int Header = 84;
    private const int Bytes = 40 * 1024 * 1024;

    public LargeScan()
    {
        var sample = SampleScan.Binary(0.93f);
        using var file = File.Create(Path);
        file.Write(sample.AsSpan(0, 80));
        var times = Bytes / (sample.Length - Header);
        Span<byte> count = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(count, (uint)(times * BinaryPrimitives.ReadUInt32LittleEndian(sample.AsSpan(80))));
        file.Write(count);
        for (var at = 0; at < times; at++)
            file.Write(sample.AsSpan(Header));
    }

    public string Path { get; } = System.IO.Path.Combine(Directory.CreateTempSubdirectory("welwee3d-scan-").FullName, "buik-rechts.stl");

    public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
}
