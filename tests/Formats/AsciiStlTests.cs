using static WelWee3D.Tests.Formats.Reading;

namespace WelWee3D.Tests.Formats;

public class AsciiStlTests
{
    private static readonly string Box = StlFiles.Ascii(StlFiles.Box(400, 300, 700));

    [Fact]
    public async Task A_box_is_counted_and_measured()
    {
        var facts = await Read(Box);

        Assert.Null(facts.Rejected);
        Assert.Equal(ScanFormat.Stl, facts.Format);
        Assert.Equal(12, facts.Triangles);
        Assert.Equal(36, facts.Vertices);
        Assert.Equal(new Bounds(new Point(0, 0, 0), new Point(400, 300, 700)), facts.Bounds);
        Assert.Equal("mm", facts.Unit);
        Assert.Empty(facts.Warnings);
    }

    private static readonly Dictionary<string, string> Boxes = new()
    {
        ["with CRLF"] = Box.Replace("\n", "\r\n", StringComparison.Ordinal),
        ["with tabs"] = Box.Replace(' ', '\t'),
        ["in capitals"] = Box.ToUpperInvariant(),
        ["with capitals here and there"] = Box.Replace("facet", "Facet", StringComparison.Ordinal),
        ["without a name"] = StlFiles.Ascii(StlFiles.Box(400, 300, 700), name: ""),
        ["with a name of many words"] = StlFiles.Ascii(StlFiles.Box(400, 300, 700), name: "endsolid facet  vertex 1 2"),
        ["with a name outside ASCII"] = StlFiles.Ascii(StlFiles.Box(400, 300, 700), name: "buik van Zoë 👶"),
        ["without a last line feed"] = Box.TrimEnd(),
        ["with blank lines"] = Box.Replace("\n", "\n \t\n\n", StringComparison.Ordinal),
        ["with white space first"] = "\n\r\n \t" + Box,
        ["with a byte order mark"] = "\uFEFF" + Box,
        ["in scientific notation"] = Box.Replace(" 700", " +7.0e+02", StringComparison.Ordinal),
        ["in scientific notation with a capital"] = Box.Replace(" 400", " 4E2", StringComparison.Ordinal),
        ["with nothing after the point"] = Box.Replace(" 700", " 700.", StringComparison.Ordinal),
        ["with nothing before the point"] = Box.Replace(" 0 ", " .0 ", StringComparison.Ordinal),
        ["with long decimals"] = Box.Replace(" 700", " 700." + new string('0', 300), StringComparison.Ordinal),
        ["with undefined normals"] = Box.Replace("normal 0", "normal nan", StringComparison.Ordinal),
        ["with room after the words"] = Box.Replace("\n", "   \n", StringComparison.Ordinal),
    };

    public static TheoryData<string> Ways => [.. Boxes.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_box_may_be_written(string way)
    {
        var facts = await Read(Boxes[way]);

        Assert.Null(facts.Rejected);
        Assert.Equal(12, facts.Triangles);
        Assert.Equal(new Bounds(new Point(0, 0, 0), new Point(400, 300, 700)), facts.Bounds);
    }

    [Fact]
    public async Task Several_solids_are_one_mesh()
    {
        var facts = await Read(Box + StlFiles.Ascii([]) + StlFiles.Ascii(StlFiles.Box(900, 1, 1), name: "second"));

        Assert.Null(facts.Rejected);
        Assert.Equal(24, facts.Triangles);
        Assert.Equal(new Point(900, 300, 700), facts.Bounds!.Value.Max);
    }

    [Theory]
    [InlineData("vertex 1 2")]
    [InlineData("vertex 1 2 3 4")]
    [InlineData("vertex 1 2 x")]
    [InlineData("vertex 1,5 2 3")]
    [InlineData("vertex 1 2 3mm")]
    [InlineData("vertex")]
    public async Task A_vertex_is_three_numbers(string vertex)
    {
        var facts = await Read(WithFirst(vertex));

        Assert.Equal("Line 4: a vertex must be three numbers.", facts.Rejected);
        Assert.Equal(ScanFormat.Stl, facts.Format);
        Assert.Null(facts.Bounds);
    }

    [Theory]
    [InlineData("vertex 1 2 nan")]
    [InlineData("vertex 1 -inf 2")]
    [InlineData("vertex 1 Infinity 2")]
    [InlineData("vertex -1.#IND 2 3")]
    [InlineData("vertex 1 2 1e999")]
    public async Task A_number_that_is_not_finite_leaves_its_triangle_nowhere(string vertex)
    {
        var facts = await Read(WithFirst(vertex));

        Assert.Equal((null, 12L, 1L, false), (facts.Rejected, facts.Triangles, facts.NonFinite, facts.Closed));
        Assert.Contains("1 triangle has a coordinate that is not a finite number.", facts.Warnings);
    }

    private static string WithFirst(string vertex)
    {
        var lines = Box.Split('\n');
        lines[3] = vertex;
        return string.Join('\n', lines);
    }

    [Theory]
    [InlineData(3, "vertex 0 0 0", "outer")]
    [InlineData(4, "endloop", "vertex")]
    [InlineData(7, "vertex 0 0 0", "endloop")]
    [InlineData(8, "endsolid", "endfacet")]
    [InlineData(9, "vertex 0 0 0", "facet")]
    [InlineData(9, "solid again", "facet")]
    public async Task A_line_out_of_place_says_where(int line, string text, string expected)
    {
        var lines = Box.Split('\n');
        lines[line - 1] = text;

        Assert.Equal($"Line {line}: '{expected}' was expected.", (await Read(string.Join("\r\n", lines))).Rejected);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("facet normal 0 0 1")]
    [InlineData("\0\0hello")]
    [InlineData("\0\0 solid")]
    public async Task What_follows_the_last_solid_is_damage(string more)
    {
        var facts = await Read(StlFiles.Ascii(StlFiles.Sphere(100, 300)) + more);

        Assert.Equal("Line 703: 'solid' was expected.", facts.Rejected);
    }

    [Theory]
    [InlineData(84)] // all but the last line, at the end of a facet
    [InlineData(85)]
    public async Task A_file_that_was_cut_off_says_where(int lines)
    {
        var file = string.Join('\n', Box.Split('\n').Take(lines)) + "\n";

        Assert.Equal($"The file ends after line {lines}, before the solid is complete.", (await Read(file)).Rejected);
    }

    [Fact]
    public async Task A_file_without_triangles_is_rejected() =>
        Assert.Equal("The file holds no triangles.", (await Read("solid empty\nendsolid empty\n")).Rejected);

    [Theory]
    [InlineData(65_536)]
    [InlineData(5_000_000)]
    public async Task A_line_may_be_as_long_as_it_is(int length)
    {
        var file = Box.Split('\n');
        file[0] = "solid " + new string('x', length);
        file[8] = file[8].PadRight(length);

        var facts = await Read(string.Join('\n', file));

        Assert.Null(facts.Rejected);
        Assert.Equal(12, facts.Triangles);
    }

    [Theory]
    [InlineData("\0", "1 byte follows the last solid.")]
    [InlineData("\x1A", "1 byte follows the last solid.")]
    [InlineData("\0\0\0\0\0", "5 bytes follow the last solid.")]
    [InlineData("\r\n\x1A\0\0 \n\0", "4 bytes follow the last solid.")]
    public async Task Padding_behind_the_end_is_warned_about(string padding, string warning)
    {
        foreach (var end in (string[])["", "\n"])
        {
            var facts = await Read(Box.TrimEnd() + end + padding);

            Assert.Null(facts.Rejected);
            Assert.Equal([warning], facts.Warnings);
        }
    }

    [Fact]
    public async Task A_run_of_zeros_within_a_solid_is_damage()
    {
        var file = Encoding.ASCII.GetBytes(StlFiles.Ascii(StlFiles.Sphere(100, 300)));
        file.AsSpan(5000, 4000).Clear();

        Assert.NotNull((await Read(file)).Rejected);
    }

    [Theory]
    [InlineData("solid a facet normal 0 0 1 outer loop vertex 0 0 0 vertex 300 0 0 vertex 0 400 0 endloop endfacet endsolid a")]
    [InlineData("solid facet normal 0 0 1 outer loop vertex 0 0 0 vertex 300 0 0 vertex 0 400 0 end loop end facet end solid")]
    [InlineData("solid\nfacet\nouter loop\nvertex\n0 0 0 vertex 300\n0\n0\nvertex 0 400 0 endloop\nendfacet\nend\nsolid a b")]
    [InlineData("solid a\nfacet normal 0 0 1\nouter\nvertex 0 0 0\nvertex 300 0 0\nvertex 0 400 0\nendloop\nendfacet\nENDSOLIDa")]
    [InlineData("solid a\rfacet normal 0 0 1\router loop\rvertex 0 0 0\rvertex 300 0 0\rvertex 0 400 0\rendloop\rendfacet\rendsolid a\r")]
    [InlineData("solid made by\na scanner\n\nfacet normal 0 0 1 outer loop vertex 0 0 0 vertex 300 0 0 vertex 0 400 0 endloop endfacet\nendsolid")]
    public async Task White_space_is_free(string file)
    {
        var facts = await Read(file);

        Assert.Null(facts.Rejected);
        Assert.Equal(1, facts.Triangles);
        Assert.Equal(new Bounds(new Point(0, 0, 0), new Point(300, 400, 0)), facts.Bounds);
        Assert.Empty(facts.Warnings);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public async Task Lines_are_counted_whatever_ends_them(string newLine)
    {
        var lines = Box.Split('\n');
        lines[81] = "vertex 1 2 three";

        Assert.Equal("Line 82: a vertex must be three numbers.", (await Read(string.Join(newLine, lines))).Rejected);
    }

    [Theory]
    [InlineData("solid")]
    [InlineData("solid as a rock")]
    [InlineData("solidfacet")]
    [InlineData("solidified\nendsolidified")]
    [InlineData("a facet of a solid")]
    [InlineData("solid facet\n\0\0\0x")]
    public async Task A_text_that_only_resembles_one_is_not_recognised(string text)
    {
        var facts = await Read(text);

        Assert.Null(facts.Format);
        Assert.NotNull(facts.Rejected);
    }
}
