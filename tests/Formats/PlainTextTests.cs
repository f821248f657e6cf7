namespace WelWee3D.Tests.Formats;

/// <summary>Text as most programs write it is taken many words at a time; what is told of it is as if it was gone through word by word.</summary>
public class PlainTextTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n\n")]
    [InlineData("\r\n\n")]
    public async Task The_line_of_a_mistake_far_into_an_STL_is_told(string newLine)
    {
        var lines = StlFiles.Ascii(StlFiles.Sphere(2000, radius: 300)).Split('\n');
        var at = Array.FindLastIndex(lines, line => line.Contains("endfacet", StringComparison.Ordinal));
        lines[at] = "endfaced";

        var facts = await Read(string.Join(newLine, lines));

        var perLine = newLine is "\n\n" or "\r\n\n" ? 2 : 1;
        Assert.Contains($"Line {(at * perLine) + 1}", facts.Rejected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task The_line_of_a_mistake_far_into_an_OBJ_is_told(string newLine)
    {
        var lines = Enumerable.Range(0, 3000).Select(i => $"v {i} {i % 7}.5 {i % 11}").Concat(Enumerable.Range(1, 2990).Select(i => $"f {i}/1 {i + 1}//2 {i + 2}/1/2")).ToList();
        lines[5000] = "f 1 2 9999";

        Assert.Contains("Line 5001", (await Read(string.Join(newLine, lines))).Rejected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v 0 0 0\nv 9 0 0\nv 9 9 0\nv 0 9 0\nv 0 0 9\n", "f 1 2 3 4\n", 2)]
    [InlineData("v 0 0 0\nv 9 0 0\nv 9 9 0\nv 0 9 0\nv 0 0 9\n", "f 1 2 3 4 5 1 2 3 4 5 1 2\n", 10)]
    [InlineData("v 0 0 0\nv 9 0 0\nv 9 9 0\nv 0 9 0\nv 0 0 9\n", "f -1 -2 -3\n", 1)]
    [InlineData("v 0 0 0 1 0 0\nv 9 0 0 1 0 0\nv 9 9 0 1 0 0\n", "f 1 2 3 # a comment\n", 1)]
    [InlineData("v\t0 0 0\nv 9 0 0 \nv 9 9 \\\n0\n", "f 1 2 \\\n3\n", 1)]
    public async Task A_face_of_an_OBJ_is_so_many_triangles(string positions, string face, int triangles)
    {
        var facts = await Read(positions + string.Concat(Enumerable.Repeat(face, 100)) + "# so that the end is far away from what comes before it, as it is in a file\n");

        Assert.Equal((null, 100L * triangles), (facts.Rejected, facts.Triangles));
    }

    private static Task<ScanFacts> Read(string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        return ScanReading.Read(() => new MemoryStream(bytes), bytes.Length, default);
    }
}
