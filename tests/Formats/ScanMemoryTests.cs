using System.Text;

namespace WelWee3D.Tests.Formats;

/// <summary>Alone, for what others use would be counted too.</summary>
[CollectionDefinition(nameof(ScanMemoryTests), DisableParallelization = true)]
public sealed class ScanMemoryIsMeasuredAlone;

/// <summary>However large a file is, it passes through the same few buffers.</summary>
[Collection(nameof(ScanMemoryTests))]
public sealed class ScanMemoryTests
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public async Task A_large_file_takes_no_more_memory_than_a_small_one()
    {
        await using var file = StlFiles.Huge(triangles: 5_000_000); // 250 MB

        var facts = await ReadInLittleMemory(file);

        Assert.Equal((null, 5_000_000, file.Length), (facts.Rejected, facts.Triangles, facts.Bytes));
    }

    [Fact]
    public async Task A_name_of_any_length_is_passed_over()
    {
        var facets = StlFiles.Ascii(StlFiles.Box(400, 300, 700), name: "");
        await using var file = new RepeatedStream("solid "u8.ToArray(), [.. Enumerable.Repeat((byte)'x', 4096)], 50_000, Encoding.ASCII.GetBytes(facets[5..]));

        Assert.Equal((null, 12), (await ReadInLittleMemory(file)) is var facts ? (facts.Rejected, facts.Triangles) : default);
    }

    private static async Task<ScanFacts> ReadInLittleMemory(Stream file)
    {
        var before = GC.GetTotalAllocatedBytes();
        var facts = await ScanReading.Read(file, file.Length, CancellationToken.None);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 8 * Megabyte);
        return facts;
    }
}
