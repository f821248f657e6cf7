using Microsoft.Extensions.Configuration;
using Microsoft.Playwright;

namespace WelWee3D.Tests.Browser;

/// <summary>A client checks the certificate of her scan's destruction in her browser: one that fits, and whatever somebody made of it.</summary>
[Collection(PracticeStories.Name)]
public sealed partial class ProofStoriesTests(Practice practice)
{
    [Theory]
    [InlineData("nl", "Kijk dit bewijs na", "Dit bewijs klopt")]
    [InlineData("en", "Check this certificate", "This certificate is right")]
    public async Task It_fits_and_each_step_is_told(string language, string press, string verdict)
    {
        await using var screen = await practice.Open();
        await screen.Go((await Link()).Replace("#", $"?language={language}#", StringComparison.Ordinal));
        await screen.TabTo(press);
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = verdict }).WaitForAsync();

        Assert.Equal(verdict, await screen.Focused());
        Assert.Equal(5, await screen.Page.Locator(".steps .mark.well").CountAsync());
        Assert.Empty(await screen.Violations());
        await screen.Picture($"story-client-proof-{language}");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task Without_the_key_of_her_letter_she_is_asked_to_compare_it()
    {
        await using var screen = await practice.Open();
        await screen.Go((await Link()).Split('#')[0]);
        await screen.Press("Kijk dit bewijs na");
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Dit bewijs klopt" }).WaitForAsync();
        await screen.Sees("Vergelijk hem met de sleutel in de mail die je kreeg");

        Assert.Equal("zie zelf", await screen.Page.Locator(".steps .mark.wait").InnerTextAsync());
        Assert.Equal(4, await screen.Page.Locator(".steps .mark.well").CountAsync());
    }

    [Theory]
    [InlineData("its text", "De vingerafdruk is die van deze tekst")]
    [InlineData("its text and its hash", "In die lijst staat dit bewijs")]
    [InlineData("what stands on the page", "Wat op deze pagina staat")]
    [InlineData("a tile", "In die lijst staat dit bewijs")]
    [InlineData("a tile that is too short", "Het gepubliceerde ophalen en lezen")]
    [InlineData("the root that was signed", "De app heeft getekend voor")]
    [InlineData("the size that was signed", "De app heeft getekend voor")]
    [InlineData("a checkpoint that is none", "Het gepubliceerde ophalen en lezen")]
    [InlineData("all of it, signed by another key", "De sleutel waarmee de app ondertekent")]
    public async Task Whatever_somebody_makes_of_it_is_found_out(string altered, string step)
    {
        await using var screen = await practice.Open();
        await Alter(screen.Page, altered);
        await screen.Go(await Link());
        await screen.Press("Kijk dit bewijs na");
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Er klopt iets niet" }).WaitForAsync();

        var found = screen.Page.Locator(".steps > li").Filter(new() { Has = screen.Page.Locator(".mark.gone") });
        var told = await screen.Page.Locator(".steps").InnerTextAsync();
        Assert.True((await found.First.InnerTextAsync()).Contains(step, StringComparison.Ordinal), told);
        if (altered == "a tile")
            await screen.Picture("story-client-proof-altered");
        Assert.Empty(screen.Problems);
    }

    private async Task<string> Link() => await practice.LinkTo("/api/proof/", Demo.AddressOf("Hanna Prins"));

    private static Task Alter(IPage page, string altered) => altered switch
    {
        "its text" => OnPage(page, html => InText(html, text => text.Replace("\"count\":1", "\"count\":2", StringComparison.Ordinal))),
        "its text and its hash" => OnPage(page, html => Sealed(InText(html, Lied))),
        "what stands on the page" => OnPage(page, html => Bytes().Replace(html, "${1}1${2}", 1)),
        "a tile" => On(page, "**/api/log/tile/**", bytes => [.. bytes.Select(each => (byte)~each)]),
        "a tile that is too short" => On(page, "**/api/log/tile/**", bytes => bytes[..16]),
        "the root that was signed" => Note(page, lines => lines[2] = Convert.ToBase64String(new byte[32])),
        "the size that was signed" => Note(page, lines => lines[1] = (int.Parse(lines[1], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture)),
        "a checkpoint that is none" => On(page, "**/api/log/checkpoint", _ => "niets"u8.ToArray()),
        _ => Everything(page),
    };

    /// <summary>A server that lies about all of it at once, consistently, with a key of its own.</summary>
    private static async Task Everything(IPage page)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Subjects:HmacKey", Convert.ToBase64String(Encoding.UTF8.GetBytes("the key of somebody else, 32 bytes")))]).Build();
        var keys = new LogKeys(new(settings), Microsoft.Extensions.Options.Options.Create(new MailOptions { AppAddress = new("https://app.voorbeeld.nl") }));
        var leaf = Array.Empty<byte>();
        await OnPage(page, html =>
        {
            var lied = Sealed(InText(html, text => Number().Replace(Lied(text), "\"number\":1,", 1)));
            leaf = HashTree.Leaf(Encoding.UTF8.GetBytes(System.Net.WebUtility.HtmlDecode(Text().Match(lied).Groups[1].Value)));
            return lied;
        });
        await On(page, "**/api/log/keys", _ => Encoding.UTF8.GetBytes(string.Concat(keys.Verifiers.Select(key => $"{key}\n"))));
        await On(page, "**/api/log/checkpoint", _ => Encoding.UTF8.GetBytes(keys.Sign(1, leaf)));
        await On(page, "**/api/log/tile/**", _ => leaf);
    }

    private static string Lied(string text) => text.Replace("the storage service", "a hammer", StringComparison.Ordinal);

    private static string InText(string html, Func<string, string> alter) => Text().Replace(
        html, match => match.Value.Replace(match.Groups[1].Value, System.Net.WebUtility.HtmlEncode(alter(System.Net.WebUtility.HtmlDecode(match.Groups[1].Value))), StringComparison.Ordinal));

    private static string Sealed(string html) => Hash().Replace(
        html, $"${{1}}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(System.Net.WebUtility.HtmlDecode(Text().Match(html).Groups[1].Value))))}");

    private static Task OnPage(IPage page, Func<string, string> alter) =>
        On(page, "**/api/proof/**", bytes => Encoding.UTF8.GetBytes(alter(Encoding.UTF8.GetString(bytes))));

    private static Task Note(IPage page, Action<string[]> alter) => On(page, "**/api/log/checkpoint", bytes =>
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        alter(lines);
        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    });

    private static Task On(IPage page, string address, Func<byte[], byte[]> alter) => page.RouteAsync(address, async route =>
    {
        var genuine = await route.FetchAsync();
        var altered = alter(await genuine.BodyAsync());
        await route.FulfillAsync(new()
        {
            Status = genuine.Status,
            Headers = genuine.Headers.Where(header => header.Key is not ("content-length" or "content-encoding")),
            BodyBytes = altered,
        });
    });

    [GeneratedRegex("(?s)<pre id=\"certificate-text\">(.*?)</pre>")]
    private static partial Regex Text();

    [GeneratedRegex("(<code id=\"certificate-hash\">)[0-9a-f]{64}")]
    private static partial Regex Hash();

    [GeneratedRegex("(data-says=\"bytes\">)[^<]*(<)")]
    private static partial Regex Bytes();

    [GeneratedRegex("\"number\":\\d+,")]
    private static partial Regex Number();
}
