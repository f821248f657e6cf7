using static WelWee3D.Tests.Formats.Reading;
using static WelWee3D.Tests.Formats.ZipFiles;

namespace WelWee3D.Tests.Formats;

public class ZipTests
{
    private static readonly byte[] Box = Text(MeshFiles.Obj(MeshFiles.Box));

    private static readonly byte[] Picture = RandomNumberGenerator.GetBytes(5000);

    [Fact]
    public async Task What_a_scanner_sends_is_the_one_mesh_in_it_and_its_files_are_told_without_their_names()
    {
        var materials = Text("newmtl skin\nmap_Kd Jet de Vries 2026-11-27.jpg\n");
        var facts = await Read(Of(("scan/Jet de Vries.obj", Box), ("scan/Jet de Vries.mtl", materials), ("scan/Jet de Vries 2026-11-27.jpg", Picture)));

        Assert.Null(facts.Rejected);
        Assert.Equal((ScanFormat.Obj, 12L, true), (facts.Format, facts.Triangles, facts.Closed));
        Assert.Equal("application/zip", facts.MediaType);
        Assert.Equal([Entry("obj", Box), Entry("mtl", materials), Entry("jpg", Picture)], facts.Entries!);
    }

    public static TheoryData<string> Kinds => ["stl", "text.stl", "obj", "text.ply", "ply", "glb"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Any_mesh_may_be_in_it_whatever_it_is_called(string kind)
    {
        var file = kind switch
        {
            "stl" => StlFiles.BinarySphere(2000),
            "text.stl" => Text(StlFiles.Ascii(StlFiles.Sphere(2000, 300))),
            "obj" => Text(MeshFiles.Obj(IndexedMesh.Of(StlFiles.Sphere(2000, 300)))),
            "text.ply" => Text(MeshFiles.AsciiPly(IndexedMesh.Of(StlFiles.Sphere(2000, 300)))),
            "ply" => MeshFiles.BinaryPly(IndexedMesh.Of(StlFiles.Sphere(2000, 300)), isBig: true),
            _ => GlbFiles.Of(IndexedMesh.Of(StlFiles.Sphere(2000, 0.3f))),
        };

        var facts = await Read(Of(("../../etc/passwd", file)));

        Assert.Equal((null, 2000L, true), (facts.Rejected, facts.Triangles, facts.Closed));
        Assert.Equal([Entry("", file)], facts.Entries!);
    }

    [Fact]
    public async Task There_is_one_mesh_and_no_more()
    {
        Assert.Equal("The ZIP holds more than one 3D file.", (await Read(Of(("a.obj", Box), ("b.stl", StlFiles.BinarySphere(100))))).Rejected);
        Assert.Equal("The ZIP holds no file in a 3D format that can be read.", (await Read(Of(("a.jpg", Picture)))).Rejected);
        Assert.Equal("The file holds no triangles.", (await Read(Of(("a.stl", StlFiles.Binary([]))))).Rejected);
    }

    [Fact]
    public async Task A_3MF_file_or_a_ZIP_in_it_is_not_unpacked_and_told_as_what_it_is_unless_there_is_a_mesh_beside_it()
    {
        foreach (var nested in (byte[][])[ThreeMf(MeshFiles.Box), Of(("a.obj", Box))])
        {
            Assert.Equal(
                "The ZIP holds a 3MF file or another ZIP. What is in it can be read when it is sent by itself.", (await Read(Of(("a.jpg", Picture), ("b", nested)))).Rejected);
            Assert.Equal((null, 12L), (await Read(Of(("a", nested), ("b.obj", Box)))) is var facts ? (facts.Rejected, facts.Triangles) : default);
        }
    }

    [Fact]
    public async Task A_file_that_has_another_checksum_than_is_stated_is_damaged_whichever_it_is()
    {
        const string damaged = "A file in the ZIP does not have the checksum that the ZIP states.";
        var picture = Picture[..300];

        foreach (var zip in (byte[][])[Of(("a.obj", Box)), Of(("a.glb", GlbFiles.Of(MeshFiles.Box))), Of(("b.obj", Box), ("a.jpg", picture)), ThreeMf(MeshFiles.Box)])
        {
            Assert.Null((await Read(zip)).Rejected);
            zip[zip.AsSpan().LastIndexOf("PK\x01\x02"u8) + 16]++;
            Assert.Equal(damaged, (await Read(zip)).Rejected);
        }
        var changed = Of(("b.obj", Box), ("a.jpg", picture));
        changed[changed.AsSpan().IndexOf(picture)]++;
        Assert.Equal(damaged, (await Read(changed)).Rejected);
    }

    [Fact]
    public async Task A_bomb_is_refused_before_it_goes_off()
    {
        var zeros = new byte[30_000_000];

        Assert.Equal("A file in the ZIP is more than 200 times as large as it is packed.", (await Read(Of(("a.stl", zeros)))).Rejected);
        Assert.Equal("The ZIP holds more than 100 files.", (await Read(Of([.. Enumerable.Range(0, 101).Select(i => ($"{i}.jpg", Picture[..9]))]))).Rejected);
        Assert.Equal("The ZIP holds more than 1000 files.", (await Read(Of([.. Enumerable.Range(0, 1001).Select(i => ($"{i}.jpg", Picture[..1]))]))).Rejected);
    }

    [Fact]
    public async Task A_glTF_file_in_it_may_have_its_numbers_in_any_order_and_is_not_unpacked_for_each()
    {
        const int meshes = 200;

        var facts = await Read(Of(("a.glb", IndicesBeforePositions(meshes, mesh => mesh))));
        Assert.Equal((null, 12L * meshes, 8L * meshes, true), (facts.Rejected, facts.Triangles, facts.Vertices, facts.Closed));

        var shared = await Read(Of(("a.glb", IndicesBeforePositions(meshes, _ => 0))));
        Assert.Equal((null, 12L * meshes, 8L), (shared.Rejected, shared.Triangles, shared.Vertices));
    }

    [Fact]
    public async Task A_glTF_file_in_it_that_goes_back_again_and_again_is_given_up()
    {
        var file = IndicesBeforePositions(200, _ => 0, mesh => 8 + mesh);

        Assert.StartsWith("The file asks for more than ", (await Read(Of(("a.glb", file)))).Rejected, StringComparison.Ordinal);
        Assert.Equal((null, 2400L), (await Read(file)) is var facts ? (facts.Rejected, facts.Triangles) : default);
    }

    /// <summary>Meshes from the last to the first, with much between what they are made of.</summary>
    private static byte[] IndicesBeforePositions(int meshes, Func<int, int> positionsOf, Func<int, int>? countOf = null)
    {
        var (box, between) = (IndexedMesh.Of(StlFiles.Box(0.5f, 0.25f, 1)), RandomNumberGenerator.GetBytes(4 << 20));
        var (positions, indices) = (GlbFiles.Buffer(box with { Faces = [] }), GlbFiles.Buffer(box with { Vertices = [] }));
        byte[] buffer =
        [
            .. Enumerable.Repeat(indices, meshes).SelectMany(each => each), .. between, .. Enumerable.Repeat(positions, meshes).SelectMany(each => each),
        ];
        var all = Enumerable.Range(0, meshes).ToList();
        var json = $$"""
            {"nodes":[{{string.Join(',', all.Select(mesh => $$"""{"mesh":{{mesh}}}"""))}}],
            "meshes":[{{string.Join(',', all.Select(mesh => $$"""{"primitives":[{"attributes":{"POSITION":{{meshes - 1 - mesh}}},"indices":{{(2 * meshes) - 1 - mesh}}}]}"""))}}],
            "accessors":[{{string.Join(',', all.Select(mesh =>
                $$"""{"bufferView":0,"byteOffset":{{positionsOf(mesh) * positions.Length}},"componentType":5126,"count":{{countOf?.Invoke(mesh) ?? 8}},"type":"VEC3"}""").Concat(all.Select(mesh =>
                $$"""{"bufferView":1,"byteOffset":{{mesh * indices.Length}},"componentType":5125,"count":36,"type":"SCALAR"}""")))}}],
            "bufferViews":[{"buffer":0,"byteOffset":{{buffer.Length - (meshes * positions.Length)}},"byteLength":{{meshes * positions.Length}}},
              {"buffer":0,"byteLength":{{meshes * indices.Length}}}],
            "buffers":[{"byteLength":{{buffer.Length}}}]}
            """;
        return GlbFiles.File(json, buffer);
    }

    [Fact]
    public async Task One_that_says_other_sizes_than_it_has_is_damaged()
    {
        var zip = Of(("a.obj", Box));
        var directory = zip.AsSpan().LastIndexOf("PK\x01\x02"u8);
        foreach (var (at, value) in ((int, uint)[])[(24, (uint)Box.Length + 1), (20, uint.MaxValue - 1), (42, 7), (42, uint.MaxValue - 1)])
        {
            var file = zip.ToArray();
            BitConverter.GetBytes(value).CopyTo(file, directory + at);
            Assert.Equal("The ZIP is damaged, or cut off.", (await Read(file)).Rejected);
        }
        Assert.Equal("The ZIP is damaged, or cut off.", (await Read(zip[..^1])).Rejected);
        Assert.Equal("The ZIP is damaged, or cut off.", (await Read(zip[..100])).Rejected);
    }

    [Theory]
    [InlineData(8, (byte)1)]
    [InlineData(10, (byte)12)]
    public async Task One_that_is_encrypted_or_packed_otherwise_says_so(int at, byte value)
    {
        var zip = Of(("a.obj", Box));
        zip[zip.AsSpan().LastIndexOf("PK\x01\x02"u8) + at] = value;

        Assert.Equal("The ZIP is encrypted, or packed in a way that cannot be read.", (await Read(zip)).Rejected);
    }

    [Fact]
    public async Task Bytes_that_were_damaged_are_never_more_than_rejected()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = new Random(seed);
            foreach (var whole in (byte[][])[Of(("a.obj", Box), ("b.jpg", Picture)), ThreeMf(MeshFiles.Box), GlbFiles.Of(MeshFiles.Box)])
            {
                var file = RandomStlTests.Damage(random, whole);
                var facts = await Read(file);

                Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), facts.Sha256);
                Assert.Equal(facts.Rejected is null, facts.Triangles > 0);
            }
        }
    }

    private static ScanEntry Entry(string kind, byte[] content) => new(kind, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
}
