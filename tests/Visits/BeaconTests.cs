namespace WelWee3D.Tests.Visits;

public sealed class BeaconTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private static readonly NodePackages Packages = new(typeof(BeaconTests).Assembly);

    [Fact]
    public async Task It_is_a_script_of_less_than_a_kilobyte_that_browsers_keep()
    {
        using var answer = await http.Anyone.GetAsync("api/visits/beacon.js");
        var script = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl?.MaxAge > TimeSpan.FromHours(1));
        Assert.InRange(script.Length, 100, 1023);
        Assert.All(["cookie", "localStorage", "sessionStorage", "userAgent", "referrer"], word =>
            Assert.DoesNotContain(word, Encoding.UTF8.GetString(script), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_sends_once_for_how_long_the_page_was_visible(bool hiddenAtFirst) =>
        Assert.Equal(["https://app.example/api/visits page=%2Ftarieven&seconds=12"], await Sent("unspecified", "false", $"{hiddenAtFirst}".ToLowerInvariant()));

    [Theory]
    [InlineData("1", "false")]
    [InlineData("unspecified", "true")]
    public async Task It_sends_nothing_for_who_asks_not_to_be_followed(string doNotTrack, string globalPrivacyControl) =>
        Assert.Empty(await Sent(doNotTrack, globalPrivacyControl, "false"));

    private async Task<string[]> Sent(params string[] arguments)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var script = await http.Anyone.GetStringAsync("api/visits/beacon.js", patience.Token);
        using var node = NodePackages.Run(Packages.Command("node", [Path.Combine("Visits", "beacon.mjs"), .. arguments]));
        await node.StandardInput.WriteAsync(script.AsMemory(), patience.Token);
        node.StandardInput.Close();
        var errors = node.StandardError.ReadToEndAsync(patience.Token);
        var output = await node.StandardOutput.ReadToEndAsync(patience.Token);
        await node.WaitForExitAsync(patience.Token);
        Assert.True(node.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<string[]>(output)!;
    }
}
