using static WelWee3D.Tests.Formats.Reading;

namespace WelWee3D.Tests.Formats;

public class ObjTests
{
    private static readonly string Box = MeshFiles.Obj(MeshFiles.Box);

    private const string Corners = "v 0 0 0\nv 300 0 0\nv 300 400 0\nv 0 400 0\n";

    [Fact]
    public async Task A_box_is_counted_and_measured()
    {
        var facts = await Read(Box);

        Assert.Null(facts.Rejected);
        Assert.Equal((ScanFormat.Obj, 12L, 8L), (facts.Format, facts.Triangles, facts.Vertices));
        Assert.Equal(new Bounds(new Point(0, 0, 0), new Point(400, 300, 700)), facts.Bounds);
        Assert.Equal(("mm", UnitSource.Assumed, true), (facts.Unit, facts.UnitFrom, facts.Closed));
        Assert.Equal(400.0 * 300 * 700, facts.Volume!.Value, 3);
        Assert.Empty(facts.Warnings);
    }

    [Theory]
    [InlineData("f 1 2 3 4\n", 2)]
    [InlineData("f 1 2 3\nf 1 3 4\n", 2)]
    [InlineData("f -4 -3 -2 -1\n", 2)]
    [InlineData("f 1/1 2/2 3/3 4/4\n", 2)]
    [InlineData("f 1//1 2//1 3//1 4//1\n", 2)]
    [InlineData("f 1/1/1 2/1/1 3/1/1 -1/-1/-1\n", 2)]
    [InlineData("f 1 2 \\\n3 \\\r\n4\n", 2)]
    [InlineData("f 1 2\\\n 3 4\n", 2)]
    [InlineData("fo 1 2 3 4\n", 2)]
    [InlineData("g front\nusemtl skin\ns off\nf 1 2 3\ng\n# a comment\n\nf 1 3 4 # and one behind\n", 2)]
    [InlineData("f 1 2 3\r\nf 1 3 4\r\n", 2)]
    [InlineData("f 1 2 3\rf 1 3 4\r", 2)]
    [InlineData("\tf\t1  2   3 4  \n", 2)]
    [InlineData("l 1 2\np 1\nf 1 2\nf 1 2 3 4\n", 2)]
    [InlineData("vt 0 0\nvn 0 0 1\nf 1 2 3 4\n", 2)]
    [InlineData("f 1 2 3 4\n\0\0\0", 2)]
    public async Task A_face_may_be_written(string faces, int triangles)
    {
        var facts = await Read(Corners + faces);

        Assert.Null(facts.Rejected);
        Assert.Equal((triangles, 4), (facts.Triangles, facts.Vertices));
        Assert.Equal(new Bounds(new Point(0, 0, 0), new Point(300, 400, 0)), facts.Bounds);
        Assert.Equal(facts.Triangles, triangles);
    }

    [Theory]
    [InlineData("v 0 0 0 1 0.5 0.5\n")]
    [InlineData("v 0.0 -0 0e5\n")]
    [InlineData("# a comment first\nmtllib body.mtl\no body\nv 0 0 0\n")]
    public async Task A_position_may_be_written(string first) =>
        Assert.Equal(2, (await Read(Corners.Replace("v 0 0 0\n", first, StringComparison.Ordinal) + "f 1 2 3 4\n")).Triangles);

    [Theory]
    [InlineData("f 1 2 5\n", "Line 5: a corner of a face must be the number of a vertex before it.")]
    [InlineData("f 1 2 0\n", "Line 5: a corner of a face must be the number of a vertex before it.")]
    [InlineData("f 1 2 -5\n", "Line 5: a corner of a face must be the number of a vertex before it.")]
    [InlineData("f 1 2 99999999999999999999999\n", "Line 5: a corner of a face must be the number of a vertex before it.")]
    [InlineData("\nf 1 2 x\n", "Line 6: a corner of a face must be the number of a vertex before it.")]
    [InlineData("f 1 2 3.5\n", "Line 5: a corner of a face must be the number of a vertex before it.")]
    [InlineData("v 1 2\n", "Line 5: a vertex must be three numbers.")]
    [InlineData("\r\n\r\nv 1 2 wide\n", "Line 7: a vertex must be three numbers.")]
    [InlineData("", "The file holds no triangles.")]
    public async Task Damage_says_where(string more, string reason)
    {
        var facts = await Read(Corners + more);

        Assert.Equal((ScanFormat.Obj, reason), (facts.Format, facts.Rejected));
    }

    [Theory]
    [InlineData("v nan 0 0\n", 0)]
    [InlineData("v nan 0 0\nf 1 2 -1\n", 1)]
    [InlineData("v 0 -inf 0\nf 1 2 3 -1\n", 1)]
    public async Task A_position_that_is_nowhere_counts_where_a_face_has_it(string more, long nonFinite)
    {
        var facts = await Read(Corners + "f 1 2 3 4\n" + more);

        Assert.Equal((null, nonFinite), (facts.Rejected, facts.NonFinite));
    }

    [Fact]
    public async Task Lines_that_state_nothing_are_warned_about() =>
        Assert.Contains(
            "Lines that state nothing the format knows: 2.",
            (await Read(Box + string.Concat(Enumerable.Repeat("# scanned with care\n", 1000)) + "hello there\n<html>\nf 1 2 3")).Warnings);

    [Theory]
    [InlineData("v")]
    [InlineData("Dear Sir,\nv 0 0 0\nf 1 1 1\n")]
    [InlineData("# only a comment\n")]
    [InlineData("v 0 0 0\0\nf 1 1 1\n")]
    public async Task A_text_that_only_resembles_one_is_not_recorded(string text) => Assert.NotNull((await Read(text)).Rejected);

    [Fact]
    public async Task A_comment_may_be_longer_than_what_is_looked_at() =>
        Assert.Equal(12, (await Read(string.Concat(Enumerable.Repeat("# scanned with care\n", 1000)) + Box)).Triangles);

    [Fact]
    public async Task A_line_has_a_bounded_length() =>
        Assert.Equal("Line 9 is longer than 256 KiB.", (await Read(Box.Insert(Box.IndexOf("f ", StringComparison.Ordinal), "#" + new string('x', 300_000) + "\n"))).Rejected);
}
