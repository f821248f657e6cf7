using System.Numerics;
using static WelWee3D.Tests.Formats.Reading;

namespace WelWee3D.Tests.Formats;

/// <summary>Many meshes from many seeds, each in every format; a failure names its seed, which makes the same mesh again.</summary>
public class RandomMeshTests
{
    private static IEnumerable<int> Seeds => Enumerable.Range(1, 200);

    [Fact]
    public async Task One_mesh_has_the_same_facts_in_every_format()
    {
        foreach (var seed in Seeds)
        {
            var mesh = Any(new(seed));
            var stl = await Read(StlFiles.Binary(mesh.Triangles()));
            foreach (var file in InEveryFormat(mesh))
            {
                var facts = await Read(file);
                Assert.True(Content(facts).Equals(Content(stl)), $"seed {seed}: {facts} but {stl}");
                Assert.True(facts.Vertices == mesh.Vertices.Length, $"seed {seed}: {facts}");
            }
        }
    }

    [Fact]
    public async Task A_damaged_file_is_never_more_than_rejected()
    {
        foreach (var seed in Seeds)
        {
            var random = new Random(seed);
            foreach (var whole in InEveryFormat(Any(random)))
            {
                var file = RandomStlTests.Damage(random, whole);
                var facts = await Read(file);
                AssertSame(facts, await ReadSlowly(file, atATime: random.Next(1, 200)));

                Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), facts.Sha256);
                Assert.Equal(facts.Rejected is null, facts.Triangles > 0);
            }
        }
    }

    private static byte[][] InEveryFormat(IndexedMesh mesh) =>
    [
        Encoding.ASCII.GetBytes(MeshFiles.Obj(mesh)), Encoding.ASCII.GetBytes(MeshFiles.AsciiPly(mesh)),
        MeshFiles.BinaryPly(mesh, isBig: false), MeshFiles.BinaryPly(mesh, isBig: true),
    ];

    private static object Content(ScanFacts facts) => (facts.Rejected, facts.Triangles, facts.Bounds, facts.Volume, facts.Closed, facts.Degenerate);

    /// <summary>Faces of three to six corners, some of which are closed together.</summary>
    internal static IndexedMesh Any(Random random)
    {
        var scale = MathF.Pow(10, random.Next(-2, 4));
        Vector3[] vertices = [.. Enumerable.Range(0, random.Next(4, 40))
            .Select(_ => new Vector3(random.NextSingle() - 0.5f, random.NextSingle() - 0.5f, random.NextSingle() - 0.5f) * scale)];
        int[][] faces = random.Next(2) == 0
            ? [[0, 1, 2], [0, 2, 3], [0, 3, 1], [1, 3, 2]]
            : [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => Enumerable.Range(0, random.Next(3, 7)).Select(_ => random.Next(vertices.Length)).ToArray())];
        return new(vertices, faces);
    }
}
