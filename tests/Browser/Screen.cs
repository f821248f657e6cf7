using Microsoft.Playwright;

namespace WelWee3D.Tests.Browser;

/// <summary>A tab that notes whatever goes wrong in it, and whatever it asks of anybody but the app.</summary>
internal sealed class Screen : IAsyncDisposable
{
    private static readonly string Asked = Environment.GetEnvironmentVariable("PICTURES") ?? "";

    private const string Ready = "main:not([aria-busy=true]) h1";
    // What sticks out, by the innermost element.
    private const string SticksOut = """
        [...document.body.querySelectorAll('*')].filter(each => each.getBoundingClientRect().right > document.documentElement.clientWidth)
            .slice(-3).map(each => each.outerHTML.slice(0, 120)).join(' and ')
        """;

    // Of radio buttons that belong together the key comes to one.
    private const string ToReach = """
        () => {
          const isOne = (each, at, all) => each.type !== "radio" || all.findIndex(other => other.type === "radio" && other.name === each.name && other.form === each.form) === at;
          window.unmarked = [];
          window.toReach = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
            .filter(each => each.tabIndex >= 0 && !each.disabled && each.checkVisibility({ visibilityProperty: true })).filter(isOne);
          document.addEventListener("focusin", event => {
            const look = getComputedStyle(event.target);
            // A bar of a chart is drawn around.
            const drawn = event.target.querySelector(":scope > rect");
            toReach = toReach.filter(each => each !== event.target && !(each.type === "radio" && each.name === event.target.name && each.form === event.target.form));
            if (look.outlineStyle === "none" && look.boxShadow === "none" && !(drawn && getComputedStyle(drawn).stroke !== "none")) unmarked.push(event.target);
          });
          return toReach.length;
        }
        """;

    private readonly Uri app;
    private readonly string axe;
    private readonly List<string> problems = [];

    public Screen(IPage page, Uri app, string axe)
    {
        this.axe = axe;
        (Page, this.app) = (page, app);
        page.Console += (_, message) => problems.Add($"the console says: {message.Text}");
        page.PageError += (_, error) => problems.Add($"a script failed: {error}");
        page.Request += (_, request) => Note(!request.Url.StartsWith(app.AbsoluteUri, StringComparison.Ordinal), $"something is fetched from elsewhere: {request.Url}");
        page.Response += (_, response) => Note(response.Status >= 400, $"a status of {response.Status} for {response.Url}");
    }

    public IPage Page { get; }

    /// <summary>What may go wrong in a story, as the browser tells it in its console.</summary>
    public HashSet<string> Expected { get; } = [];

    public IReadOnlyList<string> Problems => [.. problems.Where(each => !Expected.Any(expected => each.Contains(expected, StringComparison.Ordinal)))];

    /// <summary>What went wrong before is somebody else's.</summary>
    public void Forget()
    {
        problems.Clear();
        Expected.Clear();
    }

    public async Task Go(string address)
    {
        await Page.GotoAsync(new Uri(app, address).AbsoluteUri);
        await Page.WaitForSelectorAsync(Ready);
    }

    public Task Press(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    public Task Follow(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();

    public Task Fill(string label, string text) => Page.GetByLabel(label).And(Page.Locator("input:not([type=radio]):not([type=checkbox]), textarea")).FillAsync(text);

    public Task Sees(string text) => Page.GetByText(text).First.WaitForAsync();

    /// <summary>Whatever a list has on its first page: other stories add to it.</summary>
    public Task SeesRows() => Page.Locator("main .rows li").First.WaitForAsync();

    /// <summary>The paths of what the page has fetched.</summary>
    public Task<string[]> Scripts() => Page.EvaluateAsync<string[]>("performance.getEntriesByType('resource').map(each => new URL(each.name).pathname)");

    public Task<string> Focused() => Page.EvaluateAsync<string>("document.activeElement.innerText.trim()");

    /// <summary>By the key alone, to whatever is called so.</summary>
    public async Task TabTo(string name)
    {
        for (var tabs = 0; tabs < 60; tabs++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Focused() == name)
                return;
        }
        Assert.Fail($"The Tab key does not lead to “{name}”.");
    }

    public async Task Look(string language, string scheme, int width)
    {
        await Page.SetViewportSizeAsync(width, 900);
        await Page.EmulateMediaAsync(new() { ColorScheme = scheme == "dark" ? ColorScheme.Dark : ColorScheme.Light });
        if (await Page.EvaluateAsync<string>("document.documentElement.lang") != language && await Page.Locator("button[lang]").CountAsync() > 0)
            await Page.Locator("button[lang]").ClickAsync();
        await Page.WaitForSelectorAsync(Ready);
    }

    public Task Fold(bool open) => Page.EvaluateAsync($"document.querySelectorAll('details').forEach(each => each.open = {(open ? "true" : "false")})");

    /// <summary>How far it is wider than the screen, also with its text twice as large.</summary>
    public async Task<IEnumerable<string>> TooWide()
    {
        var found = new List<string>();
        foreach (var size in (string[])["200%", ""])
        {
            await Page.EvaluateAsync($"document.documentElement.style.fontSize = '{size}'");
            var over = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0)
                found.Add($"{over} pixels too wide{(size.Length > 0 ? $" at {size}" : "")}: {await Page.EvaluateAsync<string>(SticksOut)}");
        }
        return found;
    }

    /// <summary>What of WCAG 2.2 at level AA, and of good practice beyond it, axe sees broken.</summary>
    public async Task<IEnumerable<string>> Violations()
    {
        if (!await Page.EvaluateAsync<bool>("'axe' in window"))
            await Page.EvaluateAsync(axe);
        var result = await Page.EvaluateAsync<JsonElement>(
            "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }).then(result => result.violations.map(each => `${each.id}: ${each.nodes[0].html}`))");
        return result.EnumerateArray().Select(each => each.GetString()!);
    }

    /// <summary>What is to be used and that the Tab key never comes to, or comes to without a sign of it.</summary>
    public async Task<IEnumerable<string>> OutOfReach()
    {
        var count = await Page.EvaluateAsync<int>(ToReach);
        // Once around, and on past what is of the browser itself: how much that is depends on what it has to say just then.
        for (var tabs = 1; tabs <= 2 * count + 20; tabs++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (tabs >= count && await Page.EvaluateAsync<int>("toReach.length") == 0)
                break;
        }
        return await Page.EvaluateAsync<string[]>("() => [...toReach.map(each => `not by the Tab key: ${each.outerHTML.slice(0, 120)}`), ...unmarked.map(each => `focused without a sign: ${each.outerHTML.slice(0, 120)}`)]");
    }

    /// <summary>For people to look at, where they ask for it by <c>PICTURES=nl</c> or <c>PICTURES=nl,en</c>: to draw a page whole takes as long as to check it.</summary>
    public async Task Picture(string name)
    {
        if (Asked.Length > 0 && Asked.Contains(await Page.EvaluateAsync<string>("document.documentElement.lang"), StringComparison.Ordinal))
            await Page.ScreenshotAsync(new() { Path = Path.Combine(Practice.Pictures, $"{name}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private void Note(bool isWrong, string problem)
    {
        if (isWrong)
            problems.Add(problem);
    }
}
