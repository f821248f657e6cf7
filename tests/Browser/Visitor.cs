using Microsoft.Playwright;

namespace WelWee3D.Tests.Browser;

/// <summary>Somebody on a page of the practice's own website, with a form as its maker copied it from the app.</summary>
internal static partial class Visitor
{
    // What the app shows to be copied, by form and language.
    private static readonly Dictionary<(string Form, string Language), string> copied = [];

    /// <param name="tag">What became of the script's tag.</param>
    /// <param name="isHelped">Whether the script is expected to help.</param>
    public static async Task<Screen> Visit(
        this Practice practice, string form, string language = "nl", Func<string, string>? tag = null, bool isHelped = true, BrowserNewContextOptions? context = null)
    {
        var screen = await practice.Open(context ?? new());
        screen.Expected.Add($"fetched from elsewhere: {practice.Website.Address}");
        await screen.Go(await practice.Put(practice.Website, form, language, tag));
        if (isHelped)
            await screen.Page.WaitForSelectorAsync("form[novalidate]");
        return screen;
    }

    /// <returns>The address of the page.</returns>
    public static async Task<string> Put(this Practice practice, Website website, string form, string language = "nl", Func<string, string>? tag = null)
    {
        var script = (await practice.Tag()).Replace("/web/", $"{practice.Address}web/", StringComparison.Ordinal);
        return website.Put("/contact", "Contact", (tag ?? (same => same))(script) + await practice.Copied(form, language), practice.Address, language).AbsoluteUri;
    }

    /// <summary>The tag by which the app's own page has the script.</summary>
    public static async Task<string> Tag(this Practice practice)
    {
        using var client = HttpWorld.Client(practice.World);
        return ScriptTag().Match(await client.GetStringAsync("forms")).Value;
    }

    public static async Task FillIn(this Screen screen, string name, string message)
    {
        await screen.Fill("Je naam", name);
        await screen.Fill("Je e-mailadres", $"{name.Split(' ')[0].ToLowerInvariant()}@voorbeeld.example");
        await screen.Fill("Je vraag", message);
    }

    /// <summary>What a screen reader says of a field that is wrong, behind its label.</summary>
    public static Task<string> Described(this Screen screen, string label) => screen.Page.GetByLabel(label)
        .EvaluateAsync<string>("each => each.getAttribute('aria-invalid') === 'true' ? document.getElementById(each.getAttribute('aria-describedby')).textContent : ''");

    public static async Task<string> Reference(this Screen screen)
    {
        var reference = await screen.Page.Locator(".welwee-thanks strong").InnerTextAsync();
        Assert.Matches("^[2-9A-Z]{4}-[2-9A-Z]{4}$", reference);
        return reference;
    }

    public static async Task<IEnumerable<string>> Messages(this Practice practice) =>
        (await practice.World.Storage.Rows(ContactMessages.TableName)).Select(row => row.GetString("Message"));

    private static async Task<string> Copied(this Practice practice, string form, string language)
    {
        if (copied.TryGetValue((form, language), out var known))
            return known;
        await using var screen = await practice.Open();
        await screen.Go("/forms");
        if (language == "en")
            await screen.Press("English");
        return copied[(form, language)] = (await screen.Page.Locator("pre", new() { HasText = $"<{form} " }).TextContentAsync())!;
    }

    [GeneratedRegex("<script type=\"module\" src=\"/web/forms-[^>]+></script>")]
    private static partial Regex ScriptTag();
}
