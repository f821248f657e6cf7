using System.Security.Cryptography;
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
