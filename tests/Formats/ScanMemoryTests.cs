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

    /// <summary>More vertices than stay in memory, and faces that jump back and forth between the first and the last of them.</summary>
    [Theory]
    [InlineData("obj")]
    [InlineData("ply")]
    public async Task A_mesh_of_more_vertices_than_stay_in_memory_is_read_from_a_file_that_has_no_name(string format)
    {
        const int pairs = 2_000_000, vertices = 2 * pairs + 1, triangles = 20;
        var (head, vertex, face, back) = format == "obj"
            ? ("", "v ", $"f 1 {pairs} -1\n", $"f {pairs} {vertices} 1\n")
            : ($"ply\nformat ascii 1.0\nelement vertex {vertices}\nproperty float x\nproperty float y\nproperty float z\n"
                + $"element face {triangles}\nproperty list uchar int vertex_indices\nend_header\n",
                "", $"3 0 {pairs - 1} {vertices - 1}\n", $"3 {pairs - 1} {vertices - 1} 0\n");
        await using var file = new NamelessFiles(new RepeatedStream(
            Encoding.ASCII.GetBytes(head),
            Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat($"{vertex}0 0 0\n{vertex}1 0 300\n", 1000))), pairs / 1000,
            Encoding.ASCII.GetBytes($"{vertex}1 1 1\n{string.Concat(Enumerable.Repeat(face + back, triangles / 2))}")));

        var facts = await ReadInLittleMemory(file, 40);

        Assert.Equal((null, triangles, vertices), (facts.Rejected, facts.Triangles, facts.Vertices));
        Assert.True(file.SawOne);
        Assert.Equal(new Bounds(new Point(0, 0, 0), new Point(1, 1, 300)), facts.Bounds);
    }

    /// <summary>Of which the last two stand in more places than would fit in memory together.</summary>
    [Theory]
    [InlineData("stl")]
    [InlineData("obj")]
    [InlineData("glb")]
    [InlineData("3mf")]
    public async Task Triangles_are_written_as_they_are_read_however_many_there_are(string format)
    {
        const int places = 1000, each = 2000;
        var mesh = IndexedMesh.Of(StlFiles.Sphere(each, 0.3f));
        await using var file = format switch
        {
            "stl" => StlFiles.Huge(places * each),
            "obj" => new RepeatedStream(
                Encoding.ASCII.GetBytes(MeshFiles.Obj(mesh with { Faces = [] })), Encoding.ASCII.GetBytes(MeshFiles.Obj(mesh with { Vertices = [] })), places, []),
            "glb" => new MemoryStream(GlbFiles.Of(
                mesh, $$"""{"children":[{{string.Join(',', Enumerable.Range(1, places))}}]},{{string.Join(',', Enumerable.Repeat("""{"mesh":0}""", places))}}""")),
            _ => new MemoryStream(ZipFiles.ThreeMf(ZipFiles.Model(
                $"<object id=\"1\" type=\"model\">{ZipFiles.Mesh(mesh)}</object>", string.Concat(Enumerable.Repeat("<item objectid=\"1\"/>", places))))),
        };
        var output = new CountingStream();
        using var copy = new StlWriter(output, places * each, 100);
        var again = (file as MemoryStream)?.ToArray();

        var before = GC.GetTotalAllocatedBytes();
        var facts = await ScanReading.Copy(() => again is null ? file : new MemoryStream(again), file.Length, copy, CancellationToken.None);
        await copy.Flush(CancellationToken.None);

        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 16 * Megabyte);
        Assert.Equal((null, places * each), (facts.Rejected, facts.Triangles));
        Assert.Equal(StlWriter.SizeOf(places * each), output.Length); // 100 MB
    }

    [Theory]
    [InlineData("glb")]
    [InlineData("3mf")]
    public async Task What_stands_very_often_in_itself_is_refused_before_it_is_kept(string format)
    {
        const int times = 40_000;
        var file = format == "glb"
            ? GlbFiles.File($$"""{"nodes":[{"children":[{{string.Join(',', Enumerable.Repeat(0, times))}}]}],"scenes":[{"nodes":[0]}]}""", [])
            : ZipFiles.ThreeMf(ZipFiles.Model(
                $"<object id=\"1\"><components>{string.Concat(Enumerable.Repeat("<component objectid=\"1\"/>", times))}</components></object>", "<item objectid=\"1\"/>"));

        Assert.Equal("The file asks for more than 100000 parts.", (await ReadInLittleMemory(file, 64)).Rejected);
    }

    private static Task<ScanFacts> ReadInLittleMemory(byte[] file, int megabytes) => ReadInLittleMemory(() => new MemoryStream(file), file.Length, megabytes);

    private static Task<ScanFacts> ReadInLittleMemory(Stream file, int megabytes = 8) => ReadInLittleMemory(() => file, file.Length, megabytes);

    private static async Task<ScanFacts> ReadInLittleMemory(Func<Stream> open, long length, int megabytes)
    {
        var before = GC.GetTotalAllocatedBytes();
        var facts = await ScanReading.Read(open, length, CancellationToken.None);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, megabytes * Megabyte);
        return facts;
    }

    /// <summary>Forgets what it is given.</summary>
    private sealed class CountingStream : MemoryStream
    {
        private long length;

        public override long Length => length;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            length += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>Looks, as it is read, which temporary files this process has open, and whether one can be found by its name.</summary>
    private sealed class NamelessFiles(Stream inner) : ReadOnlyTestStream
    {
        private int reads;
        private bool sawOne;

        /// <summary>Other systems show no list of them.</summary>
        public bool SawOne => sawOne || !OperatingSystem.IsLinux();

        public override long Length => inner.Length;

        protected override int Fill(Span<byte> buffer)
        {
            // Looking takes memory too.
            if (OperatingSystem.IsLinux() && reads++ % 200 == 0)
                foreach (var file in Open())
                {
                    Assert.EndsWith("(deleted)", file, StringComparison.Ordinal);
                    sawOne = true;
                }
            return inner.Read(buffer);
        }

        private static IEnumerable<string> Open() => Directory.GetFiles("/proc/self/fd").Select(each => new FileInfo(each).LinkTarget)
            .OfType<string>().Where(file => Path.GetDirectoryName(file) == Path.TrimEndingDirectorySeparator(Path.GetTempPath()));
    }
}
