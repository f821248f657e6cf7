using System.Buffers.Binary;
using System.Numerics;
using static WelWee3D.Tests.Formats.Reading;

namespace WelWee3D.Tests.Formats;

/// <summary>What is written of a scan while it is read: its triangles, and nothing else of it.</summary>
public class StlWriterTests
{
    private const string Mark = "Wilhelmina-1985";

    // By their names: the runner would carry the data of a theory to and fro as text.
    private static readonly Lazy<Dictionary<string, byte[]>> Contents = new(ContentsOfFiles);
    private static readonly Lazy<Dictionary<string, byte[]>> MarkedContents = new(ContentsOfMarked);

    private static Dictionary<string, byte[]> ContentsOfFiles()
    {
        var mesh = IndexedMesh.Of(StlFiles.Sphere(4000, 300));
        var (obj, stl) = (Encoding.ASCII.GetBytes(MeshFiles.Obj(mesh)), StlFiles.Binary(mesh.Triangles()));
        return new()
        {
            { "stl", stl },
            { "text.stl", Encoding.ASCII.GetBytes(StlFiles.Ascii(mesh.Triangles())) },
            { "obj", obj },
            { "text.ply", Encoding.ASCII.GetBytes(MeshFiles.AsciiPly(mesh)) },
            { "little.ply", MeshFiles.BinaryPly(mesh, isBig: false) },
            { "big.ply", MeshFiles.BinaryPly(mesh, isBig: true) },
            { "glb", GlbFiles.Of(mesh) },
            { "3mf", ZipFiles.ThreeMf(mesh) },
            { "obj.zip", ZipFiles.Of(("a.obj", obj), ("a.jpg", RandomNumberGenerator.GetBytes(900))) },
            { "glb.zip", ZipFiles.Of(("a.glb", GlbFiles.Of(mesh))) },
        };
    }

    public static TheoryData<string> Files() => [.. Contents.Value.Keys];

    public static TheoryData<string> Marked() => [.. MarkedContents.Value.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_triangles_of_any_format_are_written_one_by_one_as_they_are_read(string format)
    {
        var file = Contents.Value[format];
        var (copy, facts) = await Copy(file);

        Assert.True(Corners(copy).SequenceEqual(Corners(StlFiles.BinarySphere(4000))), format);
        var read = await Read(copy);
        Assert.Equal((null, facts.Triangles, facts.Bounds, facts.Volume, facts.Closed), (read.Rejected, read.Triangles, read.Bounds, read.Volume, read.Closed));
        AssertSame(await Read(file), facts);
    }

    [Fact]
    public async Task The_header_is_zeros_and_a_count_normals_are_worked_out_and_colours_are_gone()
    {
        var file = StlFiles.BinaryBox(400, 300, 700);
        for (var at = StlFiles.HeaderSize; at < file.Length; at += StlFiles.FacetSize)
        {
            BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(at), 0.5f);
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at + 48), 0x7FFF);
        }

        var (copy, _) = await Copy(file);

        Assert.Equal(new byte[80], copy[..80]);
        Assert.Equal(12, BinaryPrimitives.ReadInt32LittleEndian(copy.AsSpan(80)));
        Assert.Equal(Numbers(StlFiles.BinaryBox(400, 300, 700)), Numbers(copy));
        Assert.All(Facets(copy), facet => Assert.Equal(0, BinaryPrimitives.ReadUInt16LittleEndian(copy.AsSpan(facet + 48))));
    }

    [Fact]
    public async Task A_triangle_without_area_has_a_normal_of_zero()
    {
        var (copy, _) = await Copy(StlFiles.Binary([new(Vector3.UnitX, Vector3.UnitX, Vector3.UnitY), .. StlFiles.Box(400, 300, 700)]));

        Assert.Equal(new byte[12], copy[84..96]);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(25.4)]
    [InlineData(1 / 3.0)]
    public async Task Every_coordinate_is_multiplied_and_rounded_once(double factor)
    {
        var (copy, _) = await Copy(StlFiles.BinarySphere(200), factor);

        var corners = Corners(StlFiles.BinarySphere(200)).Select(value => (float)(value * factor));
        Assert.Equal(corners, Corners(copy));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_same_scan_at_the_same_scale_makes_the_same_bytes_however_they_come(string format)
    {
        var file = Contents.Value[format];
        var (copy, facts) = await Copy(file, 0.21);
        var output = new MemoryStream();
        using var slowly = new StlWriter(output, (uint)facts.Triangles, 0.21);
        if (!format.EndsWith("glb", StringComparison.Ordinal) && !format.EndsWith("3mf", StringComparison.Ordinal) && !format.EndsWith("zip", StringComparison.Ordinal))
        {
            await ScanReading.Copy(() => new SlowStream(file, 97), file.Length, slowly, default);
            await slowly.Flush(default);
            Assert.Equal(copy, output.ToArray());
        }
        Assert.Equal(copy, (await Copy(file, 0.21)).Copy);
    }

    [Fact]
    public async Task The_hash_is_of_all_bytes_also_of_those_that_are_yet_to_be_written()
    {
        var file = StlFiles.BinarySphere(5000);
        var output = new MemoryStream();
        using var writer = new StlWriter(output, 5000, 1);
        await ScanReading.Copy(() => new MemoryStream(file), file.Length, writer, default);

        var (before, written) = (writer.Sha256(), output.Length);
        await writer.Flush(default);

        Assert.InRange(written, 1, output.Length - 1);
        Assert.Equal(StlWriter.SizeOf(5000), output.Length);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(output.ToArray())), before);
        Assert.Equal(before, writer.Sha256());
    }

    private static Dictionary<string, byte[]> ContentsOfMarked()
    {
        var (box, quoted) = (StlFiles.Box(400, 300, 700), $"\"{Mark}\"");
        var glb = GlbFiles.Json(MeshFiles.Box).Replace("\"asset\":{", $"\"extras\":{{\"note\":{quoted}}},\"asset\":{{\"generator\":{quoted},\"copyright\":{quoted},\"extras\":{{\"note\":{quoted}}},", StringComparison.Ordinal)
            .Replace("{\"mesh\":0}", $"{{\"mesh\":0,\"name\":{quoted},\"extras\":{{\"note\":{quoted}}}}}", StringComparison.Ordinal);
        var obj = $"# {Mark}\nmtllib {Mark}.mtl\no {Mark}\ng {Mark}\nusemtl {Mark}\n{MeshFiles.Obj(MeshFiles.Box)}# {Mark}\n";
        var colours = MeshFiles.BinaryPly(MeshFiles.Box, isBig: false);
        return new()
        {
            { "stl", [.. StlFiles.Binary(box, Mark), .. Encoding.ASCII.GetBytes(Mark)] },
            { "text.stl", Encoding.ASCII.GetBytes(StlFiles.Ascii(box, Mark)) },
            { "obj", Encoding.ASCII.GetBytes(obj) },
            { "text.ply", Encoding.ASCII.GetBytes(MeshFiles.AsciiPly(MeshFiles.Box).Replace("comment made", $"comment {Mark}\nobj_info {Mark}\ncomment made", StringComparison.Ordinal)) },
            { "ply", [.. Encoding.ASCII.GetBytes($"ply\nformat binary_little_endian 1.0\ncomment {Mark}\nobj_info {Mark}\n"), .. colours[colours.AsSpan().IndexOf("comment"u8)..]] },
            { "glb", GlbFiles.File(glb, [.. GlbFiles.Buffer(MeshFiles.Box), .. Encoding.ASCII.GetBytes(Mark)]) },
            {
                "3mf", ZipFiles.ThreeMf(
                    ZipFiles.Model(
                        $"<metadatagroup><metadata name=\"Patient\">{Mark}</metadata></metadatagroup><object id=\"1\" name=\"{Mark}\" partnumber=\"{Mark}\" type=\"model\"><!-- {Mark} -->{ZipFiles.Mesh(MeshFiles.Box)}</object>",
                        $"<item objectid=\"1\" partnumber=\"{Mark}\"/>").Replace("<resources>", $"<metadata name=\"Title\">{Mark}</metadata><resources>", StringComparison.Ordinal),
                    ($"Metadata/{Mark}.txt", Encoding.ASCII.GetBytes(Mark)))
            },
            { "zip", ZipFiles.Of(($"{Mark}/{Mark}.obj", Encoding.ASCII.GetBytes(obj)), ($"{Mark}.mtl", Encoding.ASCII.GetBytes($"newmtl {Mark}\nmap_Kd {Mark}.jpg\n"))) },
        };
    }

    [Theory]
    [MemberData(nameof(Marked))]
    public async Task Of_the_words_that_a_format_can_carry_none_is_written(string format)
    {
        var file = MarkedContents.Value[format];
        Assert.True(file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Mark)) >= 0, format);

        var (copy, facts) = await Copy(file);

        Assert.Equal((null, 12L), (facts.Rejected, facts.Triangles));
        Assert.True(copy.AsSpan().IndexOf("ilhelmina"u8) < 0, format);
        Assert.Equal(new byte[80], copy[..80]);
        Assert.Equal(Numbers(StlFiles.BinaryBox(400, 300, 700)), Numbers(copy));
    }

    private static async Task<(byte[] Copy, ScanFacts Facts)> Copy(byte[] file, double factor = 1)
    {
        var output = new MemoryStream();
        var triangles = (await Read(file)).Triangles;
        using var writer = new StlWriter(output, (uint)triangles, factor);
        var facts = await ScanReading.Copy(() => new MemoryStream(file), file.Length, writer, default);
        await writer.Flush(default);
        Assert.Equal(StlWriter.SizeOf((uint)triangles), output.Length);
        return (output.ToArray(), facts);
    }

    private static IEnumerable<int> Facets(byte[] stl) =>
        Enumerable.Range(0, (stl.Length - StlFiles.HeaderSize) / StlFiles.FacetSize).Select(i => StlFiles.HeaderSize + (i * StlFiles.FacetSize));

    private static IEnumerable<float> Corners(byte[] stl) => Numbers(stl, first: 3);

    /// <summary>Of each facet the normal, and then the corners.</summary>
    private static IEnumerable<float> Numbers(byte[] stl, int first = 0) =>
        from facet in Facets(stl)
        from i in Enumerable.Range(first, 12 - first)
        select BinaryPrimitives.ReadSingleLittleEndian(stl.AsSpan(facet + (4 * i)));
}
