using static WelWee3D.Tests.Formats.Reading;

namespace WelWee3D.Tests.Formats;

/// <summary>What others find in a file is what is told of it: the loaders of three, which most web pages show models with, run on Node.</summary>
public sealed class ReferenceTests : IDisposable
{
    private static readonly NodePackages Packages = new(typeof(ReferenceTests).Assembly);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task Files_of_every_kind_hold_what_the_loaders_of_three_find_in_them()
    {
        foreach (var (name, file) in Files())
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), file);

        var told = JsonSerializer.Deserialize<Dictionary<string, Told>>(await Run(), JsonSerializerOptions.Web)!;

        Assert.Equal(folder.GetFiles().Select(file => file.Name).Order(), told.Keys.Order());
        foreach (var (name, theirs) in told)
        {
            var ours = await Read(await File.ReadAllBytesAsync(Path.Combine(folder.FullName, name)));
            var size = ours.Bounds!.Value.LargestSide();
            Assert.True(ours.Triangles == theirs.Triangles, $"{name}: {ours.Triangles}, not {theirs.Triangles}");
            Assert.True(IsNear(ours.Bounds.Value.Min, theirs.Min, size) && IsNear(ours.Bounds.Value.Max, theirs.Max, size), $"{name}: {ours.Bounds}, not {string.Join(' ', theirs.Min)}, {string.Join(' ', theirs.Max)}");
            Assert.True(Math.Abs(ours.Volume!.Value - theirs.Volume) <= 1e-5 * size * size * size, $"{name}: {ours.Volume}, not {theirs.Volume}");
        }
    }

    [Fact]
    public async Task What_is_written_for_printers_holds_the_very_triangles_that_the_loaders_find_in_the_scan()
    {
        foreach (var (name, file) in Files().Where(each => !each.Name.EndsWith(".glb", StringComparison.Ordinal)))
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), file);
            await using var copy = File.Create(Path.Combine(folder.FullName, $"{name}-copy.stl"));
            using var writer = new StlWriter(copy, (uint)(await Read(file)).Triangles, factor: 1);
            await ScanReading.Copy(() => new MemoryStream(file), file.Length, writer, default);
            await writer.Flush(default);
        }

        var told = JsonSerializer.Deserialize<Dictionary<string, Told>>(await Run(), JsonSerializerOptions.Web)!;

        var scans = told.Keys.Where(name => !name.EndsWith("-copy.stl", StringComparison.Ordinal)).ToList();
        Assert.Equal(120, scans.Count);
        Assert.All(scans, name => Assert.Equal((told[name].Triangles, told[name].Corners), (told[$"{name}-copy.stl"].Triangles, told[$"{name}-copy.stl"].Corners)));
    }

    private static IEnumerable<(string Name, byte[] Content)> Files()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var random = new Random(seed);
            var mesh = RandomMeshTests.Any(random);
            yield return ($"{seed}.stl", StlFiles.Binary(mesh.Triangles()));
            yield return ($"{seed}-text.stl", Encoding.ASCII.GetBytes(StlFiles.Ascii(mesh.Triangles())));
            yield return ($"{seed}.obj", Encoding.ASCII.GetBytes(MeshFiles.Obj(mesh)));
            yield return ($"{seed}-text.ply", Encoding.ASCII.GetBytes(MeshFiles.AsciiPly(mesh with { Faces = Cut(mesh) })));
            yield return ($"{seed}-little.ply", MeshFiles.BinaryPly(mesh with { Faces = Cut(mesh) }, isBig: false));
            yield return ($"{seed}-big.ply", MeshFiles.BinaryPly(mesh with { Faces = Cut(mesh) }, isBig: true));
            yield return ($"{seed}.glb", GlbFiles.Of(mesh with { Faces = Cut(mesh) }, Node(random)));
        }
    }

    /// <summary>Triangles and squares alone are read by all of them.</summary>
    private static int[][] Cut(IndexedMesh mesh) =>
        [.. mesh.Faces.SelectMany(face => Enumerable.Range(1, face.Length - 2).Select(i => new[] { face[0], face[i], face[i + 1] }))];

    private static string Node(Random random) => random.Next(3) switch
    {
        0 => """{"mesh":0}""",
        1 => """{"children":[1,2],"scale":[2,-1,0.5],"rotation":[0,0.6,0,0.8]},{"mesh":0,"translation":[1,2,3]},{"mesh":0}""",
        _ => """{"mesh":0,"matrix":[0,1,0,0, -1,0,0,0, 0,0,2,0, 5,6,7,1]}""",
    };

    private static bool IsNear(Point ours, double[] theirs, double size) => Math.Abs(ours.X - theirs[0]) <= 1e-5 * size
        && Math.Abs(ours.Y - theirs[1]) <= 1e-5 * size && Math.Abs(ours.Z - theirs[2]) <= 1e-5 * size;

    private async Task<string> Run()
    {
        using var patience = new CancellationTokenSource(Patience);
        await Packages.Install(patience.Token);
        using var node = NodePackages.Run(Packages.Command("node", [Path.Combine("Formats", "reference.mjs"), folder.FullName]));
        try
        {
            var errors = node.StandardError.ReadToEndAsync(patience.Token);
            var output = await node.StandardOutput.ReadToEndAsync(patience.Token);
            await node.WaitForExitAsync(patience.Token);
            Assert.True(node.ExitCode == 0, await errors);
            return output;
        }
        finally
        {
            if (!node.HasExited)
                node.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private sealed record Told(long Triangles, double[] Min, double[] Max, double Volume, string Corners);
}
