using System.Buffers.Binary;

namespace WelWee3D.Tests.Browser;

/// <summary>
/// A scan of 200 MB on this machine's disk: the sample, and then triangles that are a point each. The rest of the file is a hole, which
/// takes no room and no time.
/// </summary>
internal sealed class LargeScan : IDisposable
{
    private const int Header = 84;
    private const int Triangle = 50;
    private const int Triangles = 4_000_000;

    public LargeScan()
    {
        var sample = SampleScan.Binary(0.93f);
        using var file = File.Create(Path);
        BinaryPrimitives.WriteUInt32LittleEndian(sample.AsSpan(Header - sizeof(uint)), Triangles);
        file.Write(sample);
        file.SetLength(Header + (long)Triangles * Triangle);
    }

    public string Path { get; } = System.IO.Path.Combine(Directory.CreateTempSubdirectory("welwee3d-scan-").FullName, "buik-rechts.stl");

    public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
}
