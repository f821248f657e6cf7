namespace WelWee3D.Tests.Formats;

public class WarningWordsTests
{
    [Theory]
    [InlineData(
        "The largest side measures 0.7 mm; a body scanned in millimetres would measure 200 to 2500 mm. The file may be in metres.",
        "De langste kant meet 0,7 mm; bij een lichaam is dat 200 tot 2500 mm. Misschien staat het bestand in meter.")]
    [InlineData(
        "The largest side measures 9000 mm; a body scanned in millimetres would measure 200 to 2500 mm.",
        "De langste kant meet 9000 mm; bij een lichaam is dat 200 tot 2500 mm.")]
    [InlineData("It encloses 0.24 litres; a body has 1 to 400.", "De scan omsluit 0,24 liter; een lichaam heeft 1 tot 400 liter.")]
    [InlineData("1 triangle has no area.", "1 driehoek heeft geen oppervlak.")]
    [InlineData("12 triangles have no area.", "12 driehoeken hebben geen oppervlak.")]
    [InlineData("2 triangles have a coordinate that is not a finite number.", "2 driehoeken hebben een coördinaat die geen eindig getal is.")]
    [InlineData("1 byte follows the last triangle.", "Na de laatste driehoek volgt nog 1 byte.")]
    [InlineData("30 bytes follow the end that the file announces.", "Na het einde dat het bestand aankondigt volgen nog 30 bytes.")]
    [InlineData("Something that a later version tells.", null)]
    public void A_warning_is_told_in_Dutch_too(string told, string? dutch) => Assert.Equal(dutch, WarningWords.InDutch(told));

    public static TheoryData<string, byte[]> OddFiles => new()
    {
        { "in metres", StlFiles.Binary(StlFiles.Box(0.4f, 0.3f, 0.7f)) },
        { "in any unit or none", StlFiles.Binary(StlFiles.Box(90_000, 90_000, 90_000)) },
        { "too thin", StlFiles.Binary(StlFiles.Box(400, 0.1f, 700)) },
        { "inside out", StlFiles.Binary([.. StlFiles.Box(400, 300, 700).Select(each => new StlFiles.Triangle(each.A, each.C, each.B))]) },
        { "more behind it", [.. StlFiles.Binary(StlFiles.Box(400, 300, 700)), 1, 2, 3] },
        { "an OBJ with other lines", Encoding.ASCII.GetBytes($"{MeshFiles.Obj(MeshFiles.Box)}{string.Concat(Enumerable.Repeat("# made by a test\n", 300))}unknown line\nf 1 1 2\n") },
        { "a PLY with more", Encoding.ASCII.GetBytes($"{MeshFiles.AsciiPly(MeshFiles.Box)}\n7 7 7\n") },
        { "a GLB with more", [.. GlbFiles.Of(MeshFiles.Box), 0, 0] },
        { "an ASCII STL with padding and a triangle nowhere", Encoding.ASCII.GetBytes(StlFiles.Ascii(StlFiles.Box(400, 300, 700)).Replace("vertex 400 ", "vertex nan ", StringComparison.Ordinal) + "\u001a") },
    };

    [Theory]
    [MemberData(nameof(OddFiles))]
    public async Task Each_warning_of_an_odd_file_has_its_Dutch(string name, byte[] file)
    {
        var warnings = (await Reading.Read(file)).Warnings;

        Assert.True(warnings.Count > 0, name);
        Assert.DoesNotContain(warnings, warning => WarningWords.InDutch(warning) is null);
    }
}
