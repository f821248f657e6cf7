using WelWee3D.Tests.Contact;
using WelWee3D.Tests.Formats;

namespace WelWee3D.Tests.Scans.Printing;

public sealed class CheckPrintTests(PrintersWorld http) : IClassFixture<PrintersWorld>
{
    private static readonly IndexedMesh Metres = MeshFiles.Box with { Vertices = [.. MeshFiles.Box.Vertices.Select(at => at / 1000)] };

    private readonly World world = http.World;

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "buik.stl", StlFiles.BinaryBox(400, 300, 700), "unit-unknown" },
        { "text.stl", StlFiles.AsciiBox(400, 300, 700), "unit-unknown" },
        { "buik.obj", Encoding.ASCII.GetBytes(MeshFiles.Obj(MeshFiles.Box)), "unit-unknown" },
        { "buik.ply", MeshFiles.BinaryPly(MeshFiles.Box, isBig: false), "unit-unknown" },
        { "buik.glb", GlbFiles.Of(Metres), "" },
        { "buik.3mf", ZipFiles.ThreeMf(MeshFiles.Box), "" },
        { "buik.zip", ZipFiles.Of(("scan.obj", Encoding.ASCII.GetBytes(MeshFiles.Obj(MeshFiles.Box))), ("scan.mtl", "newmtl huid\n"u8.ToArray())), "unit-unknown" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task For_each_printer_it_is_told_what_comes_of_an_uploaded_scan(string name, byte[] file, string warning)
    {
        var (_, scan) = await http.Uploaded(file, name);

        var answer = await http.Staff.GetFromJsonAsync<JsonElement>($"api/scans/{scan.Id}/print");

        Assert.Equal(140, answer.GetProperty("heightInMillimetres").GetInt32());
        Assert.Equal(["PA12", "Eigen printer"], answer.GetProperty("printers").EnumerateArray().Select(each => each.GetProperty("printer").GetString()));
        var (large, small) = (answer.GetProperty("printers")[0], answer.GetProperty("printers")[1]);
        Assert.Equal("[80,60,140]", large.GetProperty("size").GetRawText());
        Assert.Equal("0.2", large.GetProperty("scale").GetRawText());
        Assert.Equal("678.7", large.GetProperty("grams").GetRawText());
        Assert.Equal("""{"amount":448.66,"currency":"EUR"}""", Compact(large.GetProperty("priceWithoutVat")));
        Assert.Equal(warning, string.Join(',', Codes(large)));
        Assert.Equal(["does-not-fit", "too-many-triangles"], Codes(small).Except([warning]));
    }

    [Fact]
    public async Task Warnings_are_told_in_Dutch_and_English_and_a_body_that_is_open_has_no_weight()
    {
        var open = StlFiles.Binary([.. StlFiles.Box(400, 300, 700).Skip(1)]);
        var (_, scan) = await http.Uploaded(open);

        var large = (await http.Staff.GetFromJsonAsync<JsonElement>($"api/scans/{scan.Id}/print")).GetProperty("printers")[0];

        Assert.False(large.TryGetProperty("grams", out _));
        Assert.False(large.TryGetProperty("priceWithoutVat", out _));
        var warning = large.GetProperty("warnings").EnumerateArray().First();
        Assert.Equal("not-closed", warning.GetProperty("code").GetString());
        Assert.StartsWith("Het oppervlak is niet gesloten", warning.GetProperty("nl").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("The surface is not closed", warning.GetProperty("en").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_has_to_say_why_it_is_asked_and_no_look_at_the_body_is_noted()
    {
        var (_, scan) = await http.Uploaded(Make.File);
        using var client = HttpWorld.Client(world);
        client.DefaultRequestHeaders.Authorization = http.Staff.DefaultRequestHeaders.Authorization;

        using var answer = await client.GetAsync($"api/scans/{scan.Id}/print");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await world.Get<ScanLooks>().Of([(scan.Id, [])], default));
    }

    [Fact]
    public async Task What_cannot_be_used_is_not_checked()
    {
        var waiting = (await world.Given.OrderWithScan(read: false, file: [])).Scans[0].Id;
        var rejected = (await world.Given.OrderWithScan(file: "no scan at all"u8.ToArray())).Scans[0].Id;
        var restricted = (await world.Given.OrderWithScan(agreed: order => order with { RestrictedOn = world.Today })).Scans[0].Id;
        var going = (await world.Given.OrderWithScan(agreed: order => order.With(order.Scans[0] with { Destroying = true }))).Scans[0].Id;

        Assert.Equal((HttpStatusCode.Conflict, "status"), await Refused($"{waiting}"));
        Assert.Equal((HttpStatusCode.Conflict, "status"), await Refused($"{rejected}"));
        Assert.Equal((HttpStatusCode.Conflict, "restrictedOn"), await Refused($"{restricted}"));
        Assert.Equal(HttpStatusCode.NotFound, (await Refused($"{going}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Refused($"{world.NewId()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Refused("x")).Status);
    }

    private async Task<(HttpStatusCode Status, string Fields)> Refused(string scan)
    {
        using var answer = await http.Staff.GetAsync($"api/scans/{scan}/print");
        return (answer.StatusCode, answer.StatusCode == HttpStatusCode.NotFound ? "" : string.Join(',', await answer.Faults()));
    }

    private static IEnumerable<string?> Codes(JsonElement check) => check.GetProperty("warnings").EnumerateArray().Select(each => each.GetProperty("code").GetString());

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
