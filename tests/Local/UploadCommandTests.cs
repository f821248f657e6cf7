using WelWee3D.Local;
using WelWee3D.Tests.Formats;

namespace WelWee3D.Tests.Local;

public sealed class UploadCommandTests(HttpWorld http) : IClassFixture<HttpWorld>, IDisposable
{
    private readonly string file = Path.GetTempFileName();
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3, "--piece", "1")]
    public async Task A_file_goes_in_pieces_and_is_shown_as_the_scan_it_became(int pieces, params string[] more)
    {
        await using (var content = File.Create(file))
            await StlFiles.Huge(50_000).CopyToAsync(content);

        var code = await Upload(more);

        Assert.Equal(0, code);
        Assert.Equal(pieces, Lines().Count(line => line.StartsWith("sent ", StringComparison.Ordinal)));
        Assert.Contains("\"status\": \"recorded\"", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_piece_that_the_host_would_refuse_is_told_before_anything_is_sent()
    {
        var code = await Upload("--piece", "101");

        Assert.Equal(1, code);
        Assert.Contains("too large", errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
    }

    [Theory]
    [InlineData]
    [InlineData("scan.stl", "--piece")]
    [InlineData("scan.stl", "--piece", "0")]
    [InlineData("scan.stl", "--port", "http")]
    public async Task Arguments_that_make_no_sense_are_answered_with_those_that_do(params string[] args)
    {
        Assert.Equal(1, await UploadCommand.Run(args, output, errors));
        Assert.StartsWith("Usage: ", errors.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        File.Delete(file);
        output.Dispose();
        errors.Dispose();
    }

    private Task<int> Upload(params string[] more) =>
        UploadCommand.Run([file, "--port", $"{http.World.Address.Port}", .. more], output, errors);

    private string[] Lines() => output.ToString().Split('\n');
}
