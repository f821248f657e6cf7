using static WelWee3D.Tests.Formats.Reading;
using static WelWee3D.Tests.Formats.ZipFiles;

namespace WelWee3D.Tests.Formats;

public class ThreeMfTests
{
    private static readonly IndexedMesh Box = MeshFiles.Box;

    private static readonly string BoxObject = $"""<object id="1" type="model">{Mesh(Box)}</object>""";

    [Fact]
    public async Task A_box_is_counted_and_measured()
    {
        var facts = await Read(ThreeMf(Box));

        Assert.Null(facts.Rejected);
        Assert.Equal((ScanFormat.ThreeMf, 12L, 8L), (facts.Format, facts.Triangles, facts.Vertices));
        Assert.Equal(new Bounds(new Point(0, 0, 0), new Point(400, 300, 700)), facts.Bounds);
        Assert.Equal(("mm", UnitSource.File, true), (facts.Unit, facts.UnitFrom, facts.Closed));
        Assert.Equal(400.0 * 300 * 700, facts.Volume!.Value, 3);
        Assert.Empty(facts.Warnings);
        Assert.Equal("model/3mf", facts.MediaType);
    }

    [Theory]
    [InlineData("", "mm", UnitSource.Format, 700)]
    [InlineData("unit=\"micron\"", "micron", UnitSource.File, 0.7)]
    [InlineData("unit=\"centimeter\"", "cm", UnitSource.File, 7000)]
    [InlineData("unit=\"inch\"", "inch", UnitSource.File, 17780)]
    [InlineData("unit=\"foot\"", "foot", UnitSource.File, 213360)]
    [InlineData("unit=\"meter\"", "m", UnitSource.File, 700_000)]
    public async Task It_names_its_unit(string attribute, string unit, UnitSource from, double height)
    {
        var facts = await Read(ThreeMf(Model(BoxObject, """<item objectid="1"/>""", attribute)));

        Assert.Equal((unit, from, height), (facts.Unit, facts.UnitFrom, facts.BoundsInMillimetres!.Value.Max.Z));
    }

    [Theory]
    [InlineData("", """<item objectid="1" transform="1 0 0 0 1 0 0 0 1 10 20 30"/>""", 12, 410, 320, 730)]
    [InlineData("", """<item objectid="1"/><item objectid="1" transform="2 0 0 0 2 0 0 0 2 0 0 0"/>""", 24, 800, 600, 1400)]
    [InlineData("", """<item objectid="1" transform="-1 0 0 0 1 0 0 0 1 0 0 0"/>""", 12, 0, 300, 700)]
    [InlineData("""<object id="2"><components><component objectid="1"/><component objectid="1" transform="1 0 0 0 1 0 0 0 1 500 0 0"/></components></object>""",
        """<item objectid="2" transform="0 1 0 -1 0 0 0 0 1 0 0 0"/>""", 24, 0, 900, 700)]
    [InlineData("""<object id="2"><components><component objectid="1"/></components></object><object id="3"><components><component objectid="2"/></components></object>""",
        """<item objectid="3"/>""", 12, 400, 300, 700)]
    public async Task What_is_built_is_what_counts_where_it_is_built(string objects, string build, long triangles, double x, double y, double z)
    {
        var facts = await Read(ThreeMf(Model(BoxObject + objects, build)));

        Assert.Equal((null, triangles, new Point(x, y, z)), (facts.Rejected, facts.Triangles, facts.Bounds?.Max));
        Assert.True(facts.Closed);
        Assert.True(facts.Volume > 0);
    }

    [Fact]
    public async Task A_component_may_stand_in_another_part()
    {
        var facts = await Read(ThreeMf(
            Model("""<object id="9"><components><component p:path="/3D/other.model" objectid="1"/></components></object>""", """<item objectid="9"/>""",
                "xmlns:p=\"http://schemas.microsoft.com/3dmanufacturing/production/2015/06\""),
            ("3D/other.model", Text(Model(BoxObject, "")))));

        Assert.Equal((null, 12L), (facts.Rejected, facts.Triangles));
    }

    [Fact]
    public async Task A_part_is_one_however_it_is_spelled_where_it_is_named()
    {
        string[] spellings = ["/3D/other.model", "3d/OTHER.model", "/3D/Other.Model"];
        var facts = await Read(ThreeMf(
            Model($"<object id=\"9\"><components>{string.Concat(spellings.Select(path => $"<component p:path=\"{path}\" objectid=\"1\"/>"))}</components></object>",
                """<item objectid="9"/>""", "xmlns:p=\"http://schemas.microsoft.com/3dmanufacturing/production/2015/06\""),
            ("3D/other.model", Text(Model(BoxObject, "")))));

        // Its vertices were read once.
        Assert.Equal((null, 36L, 8L), (facts.Rejected, facts.Triangles, facts.Vertices));
    }

    [Theory]
    [InlineData("<item objectid=\"1\"/>", "", "The file holds no triangles.")]
    [InlineData("<item objectid=\"1\"/>", "<item objectid=\"7\"/>", "The XML in the file does not say what the format asks for.")]
    [InlineData("<item objectid=\"1\"/>", "<item objectid=\"1\" transform=\"1 2 3\"/>", "The XML in the file does not say what the format asks for.")]
    [InlineData("<build>", "<object id=\"2\"><components><component objectid=\"2\"/></components></object><build><item objectid=\"2\"/>", "The file asks for more than 100000 parts.")]
    [InlineData("unit=\"millimeter\"", "unit=\"furlong\"", "The XML in the file does not say what the format asks for.")]
    [InlineData("x=\"400\"", "x=\"wide\"", "The XML in the file does not say what the format asks for.")]
    [InlineData("v1=\"0\"", "v1=\"8\"", "Face 1 has a corner that is not among the vertices before it.")]
    [InlineData("v1=\"0\"", "v1=\"-1\"", "The XML in the file does not say what the format asks for.")]
    [InlineData("</build>", "", "The XML in the file does not say what the format asks for.")]
    public async Task Damage_says_what_it_is(string there, string instead, string reason)
    {
        var model = Model(BoxObject, """<item objectid="1"/>""");
        Assert.Contains(there, model, StringComparison.Ordinal);

        var facts = await Read(ThreeMf(model.Replace(there, instead, StringComparison.Ordinal)));

        Assert.Equal((ScanFormat.ThreeMf, reason), (facts.Format, facts.Rejected));
    }

    [Fact]
    public async Task A_coordinate_beyond_all_numbers_counts_in_each_triangle_that_has_it()
    {
        var model = Model(BoxObject, """<item objectid="1"/>""");

        var facts = await Read(ThreeMf(model.Replace("x=\"400\"", "x=\"1e39\"", StringComparison.Ordinal)));

        Assert.Equal((null, 12L, false), (facts.Rejected, facts.Triangles, facts.Closed));
        Assert.InRange(facts.NonFinite!.Value, 1, 11);
    }

    [Fact]
    public async Task XML_that_is_made_to_do_harm_is_refused()
    {
        const string refused = "The XML in the file does not say what the format asks for.";
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        var entities = "<!DOCTYPE model [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><model>&b;</model>";
        var longTag = Model($"<object id=\"1\" name=\"{new string('x', 2_000_000)}\"/>", "");

        Assert.All([await Read(ThreeMf(Model(deep, ""))), await Read(ThreeMf(entities)), await Read(ThreeMf(longTag))], facts =>
            Assert.True(facts.Rejected is refused or "A file in the ZIP is more than 200 times as large as it is packed.", facts.Rejected));
    }

    public static TheoryData<string, string, string?> Harms
    {
        get
        {
            const string refused = "The XML in the file does not say what the format asks for.";
            return new()
            {
                { "levels", Nested(30), null },
                { "levels", Nested(40), refused },
                { "names", Names(1000), null },
                { "names", Names(20_000), refused },
                { "an attribute of 300 KB with ends of tags in it", $"<a b=\"{Ends(300_000)}\"/>", refused },
                { "characters of 300 KB with tags in them", $"<a><![CDATA[{Ends(300_000)}]]></a>", refused },
                { "an attribute that is not so long", $"<a b=\"{Ends(100_000)}\"/>", null },
            };

            static string Nested(int levels) => string.Concat(Enumerable.Repeat("<a>", levels)) + string.Concat(Enumerable.Repeat("</a>", levels));
            static string Names(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"<n{i * 7919 % 100_003}/>"));

            // So that it is not packed too well.
            static string Ends(int length) => string.Concat(Enumerable.Range(0, length / 6).Select(i => $"{i * 7919 % 100_003:00000}>"));
        }
    }

    [Theory]
    [MemberData(nameof(Harms))]
    public async Task What_a_parser_would_keep_is_bounded_in_each_part(string what, string harm, string? reason)
    {
        Assert.NotEmpty(what);
        var model = Model(BoxObject, """<item objectid="1"/>""");

        Assert.Equal(reason, (await Read(ThreeMf(model, inRelationships: harm))).Rejected);
        Assert.Equal(reason, (await Read(ThreeMf(Model(BoxObject + harm, """<item objectid="1"/>""")))).Rejected);
    }
}
