namespace WelWee3D.Tests.Local;

public sealed class CommandLineTests : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("upload", "--help")]
    [InlineData("verify", "--help")]
    [InlineData("sample", "--help")]
    [InlineData("copy-tables", "--help")]
    public async Task Help_is_an_answer(params string[] args)
    {
        Assert.Equal(0, await Run(args));

        Assert.Contains("Usage:", output.ToString(), StringComparison.Ordinal);
        Assert.Empty(error.ToString());
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "0")]
    [InlineData("--port", "65536")]
    [InlineData("--port", "-1")]
    [InlineData("--port", "http")]
    [InlineData("--prot", "8080")]
    [InlineData("8080")]
    [InlineData("upload")]
    [InlineData("upload", "scan.stl", "--piece")]
    [InlineData("upload", "scan.stl", "--piece", "0")]
    [InlineData("upload", "scan.stl", "--port", "http")]
    [InlineData("verify")]
    [InlineData("verify", "a.json", "b.json")]
    [InlineData("copy-tables", "https://from.example")]
    public async Task What_makes_no_sense_is_told_without_doing_anything(params string[] args)
    {
        Assert.Equal(CommandLine.Misused, await Run(args));

        Assert.NotEmpty(error.ToString());
    }

    [Theory]
    [InlineData("verify", "absent.json", "--newest", "00")]
    [InlineData("verify", "--newest", "00", "absent.json")]
    public async Task Options_come_in_any_order(params string[] args)
    {
        Assert.Equal(CommandLine.Misused, await Run(args));

        Assert.Contains("absent.json cannot be read", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_done_is_told_in_a_sentence()
    {
        Assert.Equal(1, await Run("sample", Path.Combine(Path.GetTempPath(), "absent", "sample.stl")));

        Assert.StartsWith("Could not find a part of the path", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_is_a_scan_in_the_size_of_a_body()
    {
        var file = Path.GetTempFileName();

        Assert.Equal(0, await Run("sample", file));

        var bytes = await File.ReadAllBytesAsync(file);
        var facts = await ScanReading.Read(() => new MemoryStream(bytes), bytes.Length, default);
        Assert.Equal((ScanFormat.Stl, null, 0), (facts.Format, facts.Rejected, facts.Warnings.Count));
        Assert.InRange(facts.Triangles, 1000, 5000);
        Assert.Equal(560, facts.Bounds!.Value.Max.Z, 0.01);
        File.Delete(file);
    }

    private Task<int> Run(params string[] args) => CommandLine.Run(args, output, error);
}
