using System.Buffers.Binary;
using static WelWee3D.Tests.Formats.Reading;

namespace WelWee3D.Tests.Formats;

public class PlyTests
{
    private static readonly Dictionary<string, byte[]> Boxes = new()
    {
        ["as words"] = Ascii(MeshFiles.AsciiPly(MeshFiles.Box)),
        ["as words with CRLF"] = Ascii(MeshFiles.AsciiPly(MeshFiles.Box).Replace("\n", "\r\n", StringComparison.Ordinal)),
        ["as words with CR alone"] = Ascii(MeshFiles.AsciiPly(MeshFiles.Box).Replace('\n', '\r')),
        ["as words on one line"] = Ascii(OnOneLine(MeshFiles.AsciiPly(MeshFiles.Box))),
        ["little end first"] = MeshFiles.BinaryPly(MeshFiles.Box, isBig: false),
        ["big end first"] = MeshFiles.BinaryPly(MeshFiles.Box, isBig: true),
    };

    public static TheoryData<string> Ways => [.. Boxes.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_box_may_be_written(string way)
    {
        var facts = await Read(Boxes[way]);

        Assert.Null(facts.Rejected);
        Assert.Equal((ScanFormat.Ply, 12L, 8L), (facts.Format, facts.Triangles, facts.Vertices));
        Assert.Equal(new Bounds(new Point(0, 0, 0), new Point(400, 300, 700)), facts.Bounds);
        Assert.Equal(("mm", UnitSource.Assumed, true), (facts.Unit, facts.UnitFrom, facts.Closed));
        Assert.Equal(400.0 * 300 * 700, facts.Volume!.Value, 3);
        Assert.Empty(facts.Warnings);
    }

    [Fact]
    public async Task Properties_come_in_any_order_and_what_is_not_needed_is_passed_over()
    {
        var facts = await Read("""
            ply
            format ascii 1.0
            obj_info num_cols 512
            element camera 1
            property float view_x
            property list uchar float matrix
            element vertex 4
            property uchar red
            property list uchar int seen_by
            property double z
            property float y
            property float32 x
            element edge 1
            property int vertex1
            property int vertex2
            element face 1
            property uchar flags
            property list int uint vertex_index
            property list uchar float texcoord
            end_header
            1.5 3 1 2 3
            255 2 7 8 0 0 0
            255 0 0 0 300
            255 1 7 0 400 300
            255 0 0 400 0
            0 1
            9 4 0 1 2 3 2 0.5 0.5

            """.ReplaceLineEndings("\n"));

        Assert.Null(facts.Rejected);
        Assert.Equal((2L, 4L), (facts.Triangles, facts.Vertices));
        Assert.Equal(new Bounds(new Point(0, 0, 0), new Point(300, 400, 0)), facts.Bounds);
    }

    [Theory]
    [InlineData(1, "The file ends before row 12 of 12 of an element is complete.")]
    [InlineData(14, "The file ends before row 11 of 12 of an element is complete.")]
    [InlineData(13 * 12 + 1, "The file ends before row 8 of 8 of an element is complete.")]
    public async Task A_file_that_was_cut_off_says_where(int lost, string reason)
    {
        Assert.Equal(reason, (await Read(Boxes["little end first"][..^lost])).Rejected);
        Assert.Equal(reason, (await Read(Boxes["big end first"][..^lost])).Rejected);
    }

    [Theory]
    [InlineData("element vertex 8", "element vertex 4000000000", "The file ends before row 25 of 4000000000 of an element is complete.")]
    [InlineData("element face 12", "element face 4000000000", "The file ends before row 13 of 4000000000 of an element is complete.")]
    [InlineData("element vertex 8", "element vertex -8", "The header does not say in the words of the format what follows.")]
    [InlineData("element vertex 8", "element vertex 99999999999999999999", "The header does not say in the words of the format what follows.")]
    [InlineData("property float z", "property float w", "The header does not say in the words of the format what follows.")]
    [InlineData("property float z", "property quad z", "The header does not say in the words of the format what follows.")]
    [InlineData("format ascii", "format binary", "The header does not say in the words of the format what follows.")]
    [InlineData("end_header", "end", "The header does not say in the words of the format what follows.")]
    [InlineData("\n3 0 2 3\n", "\n3 0 2 8\n", "Face 2 has a corner that is not among the vertices before it.")]
    [InlineData("\n3 0 2 3\n", "\n3 0 2 -1\n", "Face 2 has a corner that is not among the vertices before it.")]
    [InlineData("\n3 0 2 3\n", "\n3 0 2 x\n", "Face 2 has a corner that is not among the vertices before it.")]
    [InlineData("\n3 0 2 3\n", "\n4000000000 0 2 3\n", "Row 2 of an element has a list of other than 0 to 10000 values.")]
    [InlineData("\n3 0 2 3\n", "\n-1 0 2 3\n", "Row 2 of an element has a list of other than 0 to 10000 values.")]
    public async Task Damage_says_where(string there, string instead, string reason)
    {
        var box = MeshFiles.AsciiPly(IndexedMesh.Of(StlFiles.Box(400, 300, 700)));
        Assert.Contains(there, box, StringComparison.Ordinal);

        var facts = await Read(box.Replace(there, instead, StringComparison.Ordinal));

        Assert.Equal((ScanFormat.Ply, reason), (facts.Format, facts.Rejected));
    }

    [Theory]
    [InlineData("nan")]
    [InlineData("-INF")]
    [InlineData("1e39")]
    public async Task A_word_for_no_finite_number_is_one(string word)
    {
        var facts = await Read(WithFirst(word));

        Assert.Equal((null, 12L, false), (facts.Rejected, facts.Triangles, facts.Closed));
        Assert.InRange(facts.NonFinite!.Value, 3, 6);
    }

    [Fact]
    public async Task A_word_that_is_no_number_is_damage() =>
        Assert.Equal("Row 1 of the vertices holds a word that is no number.", (await Read(WithFirst("wide"))).Rejected);

    private static string WithFirst(string coordinate) =>
        Regex.Replace(MeshFiles.AsciiPly(MeshFiles.Box), "(?<=end_header\n)\\S+", coordinate);

    [Fact]
    public async Task A_coordinate_that_is_no_number_matters_where_a_face_has_it()
    {
        var file = MeshFiles.BinaryPly(new([.. MeshFiles.Box.Vertices, new(float.NaN, 0, 0)], MeshFiles.Box.Faces), isBig: false);
        Assert.Equal((null, 12L, 9L), (await Read(file)) is var facts ? (facts.Rejected, facts.Triangles, facts.Vertices) : default);

        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(file.Length - 4), 8);
        facts = await Read(file);
        Assert.Equal((null, 12L, 1L, false), (facts.Rejected, facts.Triangles, facts.NonFinite, facts.Closed));
    }

    [Fact]
    public async Task A_cloud_of_points_is_no_scan() =>
        Assert.Equal("The file holds no triangles.", (await Read(MeshFiles.AsciiPly(MeshFiles.Box with { Faces = [] }))).Rejected);

    [Theory]
    [InlineData("as words", "\n\n", null)]
    [InlineData("as words", "\0\0", "2 bytes follow the last element.")]
    [InlineData("little end first", "x", "1 byte follows the last element.")]
    public async Task What_follows_the_last_element_is_warned_about(string way, string more, string? warning)
    {
        var facts = await Read([.. Boxes[way], .. Ascii(more)]);

        Assert.Null(facts.Rejected);
        Assert.Equal(warning is null ? [] : [warning], facts.Warnings);
    }

    private static string OnOneLine(string file)
    {
        var body = file.IndexOf("end_header\n", StringComparison.Ordinal) + "end_header\n".Length;
        return file[..body] + file[body..].Replace('\n', ' ');
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
