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

    [Fact]
    public async Task A_scan_of_before_has_the_day_on_which_it_was_made()
    {
        await File.WriteAllBytesAsync(file, Make.File);

        Assert.Equal(0, await Upload("--scanned-on", http.World.Today.AddDays(-20).Iso()));
        Assert.Contains($"\"scannedOn\": \"{http.World.Today.AddDays(-20).Iso()}\"", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_an_app_elsewhere_nothing_goes_without_an_order_and_a_token()
    {
        Assert.Equal(1, await Upload("--app", $"{http.World.Address}"));
        Assert.Contains(UploadCommand.TokenVariable, errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_address_is_told() => Assert.NotEqual(0, await Upload("--app", "welwee"));

    [Fact]
    public async Task A_file_that_is_not_there_is_told()
    {
        File.Delete(file);

        Assert.Equal(1, await Upload());
        Assert.StartsWith("There is no file", errors.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        File.Delete(file);
        output.Dispose();
        errors.Dispose();
    }

    private Task<int> Upload(params string[] more) =>
        CommandLine.Run(["upload", file, "--port", $"{http.World.Address.Port}", .. more], output, errors);

    private string[] Lines() => output.ToString().Split('\n');
}
