using System.Buffers.Binary;
using System.Numerics;
using static WelWee3D.Tests.Formats.Reading;

namespace WelWee3D.Tests.Formats;

public class BinaryStlTests
{
    [Fact]
    public async Task A_box_is_counted_and_measured()
    {
        var facts = await Read(StlFiles.BinaryBox(400, 300, 700));

        Assert.Null(facts.Rejected);
        Assert.Equal(ScanFormat.Stl, facts.Format);
        Assert.Equal(12, facts.Triangles);
        Assert.Equal(36, facts.Vertices);
        Assert.Equal(new Bounds(new Point(0, 0, 0), new Point(400, 300, 700)), facts.Bounds);
        Assert.Equal("mm", facts.Unit);
        Assert.Empty(facts.Warnings);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(1598)]
    [InlineData(1600)] // as many as are read at once
    [InlineData(1602)]
    [InlineData(10_000)]
    public async Task A_sphere_of_any_number_of_triangles_is_measured(int triangles)
    {
        var facts = await Read(StlFiles.BinarySphere(triangles));

        Assert.Null(facts.Rejected);
        Assert.Equal(triangles, facts.Triangles);
        Assert.Equal(300, facts.Bounds!.Value.Max.Z);
        Assert.Equal(-300, facts.Bounds!.Value.Min.Z);
    }

    [Theory]
    [InlineData("solid")]
    [InlineData("solid facet normal, endsolid")]
    [InlineData("")]
    public async Task What_the_header_says_does_not_matter(string header)
    {
        var facts = await Read(StlFiles.Binary(StlFiles.Box(400, 300, 700), header));

        Assert.Null(facts.Rejected);
        Assert.Equal(12, facts.Triangles);
    }

    [Fact]
    public async Task Normals_and_colours_are_ignored()
    {
        var file = StlFiles.BinaryBox(400, 300, 700);
        foreach (var facet in Enumerable.Range(0, 12).Select(i => StlFiles.HeaderSize + i * StlFiles.FacetSize))
        {
            BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(facet), float.NaN);
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(facet + 48), 0xFFFF);
        }

        var facts = await Read(file);

        Assert.Null(facts.Rejected);
        Assert.Equal(new Point(400, 300, 700), facts.Bounds!.Value.Max);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(49, 0)]
    [InlineData(50, 0)]
    [InlineData(51, 1)]
    [InlineData(500, 9)]
    public async Task A_file_that_was_cut_off_says_where(int bytesLost, int trianglesLost)
    {
        var facts = await Read(StlFiles.BinaryBox(400, 300, 700)[..^bytesLost]);

        Assert.Equal($"The file ends before triangle {12 - trianglesLost} of 12 is complete.", facts.Rejected);
        Assert.Equal(ScanFormat.Stl, facts.Format);
        Assert.Equal((0, 0), (facts.Triangles, facts.Vertices));
        Assert.Null(facts.Bounds);
        Assert.Empty(facts.Warnings);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(float.NaN)]
    [InlineData(1f)]
    public async Task A_file_that_was_cut_off_is_known_by_its_first_triangles(float normal)
    {
        // Rounding leaves coordinates such as this in real files.
        var box = StlFiles.Box(400, 300, 700).Select(side => side with { A = side.A - new Vector3(0, 0, 2.7e-16f) });
        var file = StlFiles.Binary([.. box])[..^1];
        for (var facet = StlFiles.HeaderSize; facet < file.Length; facet += StlFiles.FacetSize)
        {
            BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(facet), normal);
            file.AsSpan(facet + 4, 8).Clear();
        }

        Assert.Equal(ScanFormat.Stl, (await Read(file)).Format);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(100_000)]
    public async Task What_follows_the_last_triangle_is_warned_about(int extra)
    {
        foreach (var sign in "\0\n\x1Ax")
        {
            byte[] rest = [.. Enumerable.Repeat((byte)sign, extra)];
            var facts = await Read([.. StlFiles.BinaryBox(400, 300, 700), .. rest]);

            Assert.Null(facts.Rejected);
            Assert.Equal(12, facts.Triangles);
            Assert.Equal([extra == 1 ? "1 byte follows the last triangle." : $"{extra} bytes follow the last triangle."], facts.Warnings);
        }
    }

    [Theory]
    [InlineData(11u, "More follows after the 11 triangles that the file announces.")]
    [InlineData(13u, "The file ends before triangle 13 of 13 is complete.")]
    [InlineData(uint.MaxValue, "The file ends before triangle 13 of 4294967295 is complete.")]
    [InlineData(0u, "More follows after the 0 triangles that the file announces.")]
    public async Task A_wrong_count_is_damage(uint count, string reason)
    {
        var file = StlFiles.BinaryBox(400, 300, 700);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(80), count);

        Assert.Equal(reason, (await Read(file)).Rejected);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(0.37f)]
    [InlineData(1000f)]
    public async Task Neither_a_first_triangle_without_size_nor_a_normal_of_any_length_hides_what_is_wrong(float normal)
    {
        var box = StlFiles.Box(400, 300, 700);
        var corner = new Vector3(1, 1, 1);
        var file = StlFiles.Binary([new(corner, corner, corner), .. box]);
        for (var facet = StlFiles.HeaderSize; facet < file.Length; facet += StlFiles.FacetSize)
            BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(facet), normal);

        Assert.Equal("The file ends before triangle 13 of 13 is complete.", (await Read(file[..^3])).Rejected);
        Assert.Equal(["3 bytes follow the last triangle.", "1 triangle has no area."], (await Read([.. file, 1, 2, 3])).Warnings);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(80), 5);
        Assert.Equal("More follows after the 5 triangles that the file announces.", (await Read(file)).Rejected);
    }

    [Fact]
    public async Task A_list_of_numbers_is_not_taken_for_triangles()
    {
        var numbers = string.Concat(Enumerable.Repeat("0.123 12.5 3.25 ", 100));

        Assert.Null((await Read(numbers)).Format);
    }

    [Theory]
    [InlineData(float.NaN, 1, 0)]
    [InlineData(float.PositiveInfinity, 1, 4)]
    [InlineData(float.NegativeInfinity, 1600, 8)]
    [InlineData(float.NaN, 1601, 12)]
    [InlineData(float.NaN, 2000, 32)]
    public async Task A_triangle_with_a_coordinate_that_is_no_number_is_counted_and_nothing_else_is_told_by_it(float value, int triangle, int offset)
    {
        var file = StlFiles.BinarySphere(2000);
        var corners = StlFiles.HeaderSize + (triangle - 1) * StlFiles.FacetSize + 12;
        BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(corners + offset), value);

        var facts = await Read(file);
        Assert.Equal((null, 2000L, 1L, 1999L, false), (facts.Rejected, facts.Triangles, facts.NonFinite, facts.FiniteTriangles, facts.Closed));
        Assert.Contains("1 triangle has a coordinate that is not a finite number.", facts.Warnings);
        Assert.True(double.IsFinite(facts.Volume!.Value));
        Assert.True(facts.Bounds is { Min: var min, Max: var max } && new[] { min.X, min.Y, min.Z, max.X, max.Y, max.Z }.All(each => double.IsFinite(each)));
    }

    [Fact]
    public async Task A_file_of_which_no_triangle_lies_anywhere_is_rejected()
    {
        var file = StlFiles.BinarySphere(6);
        for (var triangle = 0; triangle < 6; triangle++)
            BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(StlFiles.HeaderSize + (triangle * StlFiles.FacetSize) + 16), float.NaN);

        Assert.Equal("Each triangle in the file has a coordinate that is not a finite number.", (await Read(file)).Rejected);
    }

    [Fact]
    public async Task A_file_without_triangles_is_rejected() =>
        Assert.Equal("The file holds no triangles.", (await Read(StlFiles.Binary([]))).Rejected);

    [Fact]
    public async Task A_scan_in_metres_is_read_with_a_warning()
    {
        var facts = await Read(StlFiles.BinaryBox(0.5f, 0.25f, 1.5f));

        Assert.Null(facts.Rejected);
        Assert.EndsWith("The file may be in metres.", Assert.Single(facts.Warnings), StringComparison.Ordinal);
    }
}
