namespace WelWee3D.Tests.Browser;

/// <summary>A page as all would have it who come to it: on a phone and a wide screen, by day and by night, in Dutch and in English.</summary>
internal static class PageLooks
{
    // Axe looks twice, so that it has seen each language, scheme and width.
    private static readonly (string Language, string Scheme, int Width, bool Axe)[] Looks =
        [("nl", "light", 1440, true), ("nl", "dark", 360, false), ("en", "dark", 360, true), ("en", "light", 1440, false)];

    /// <param name="come">To the page in a language.</param>
    /// <param name="name">Of its pictures.</param>
    /// <param name="drawsFolded">Whether a phone is drawn with all that is folded open too.</param>
    public static async Task CanBeUsedByEverybody(this Screen screen, Func<string, Task> come, string name, bool drawsFolded = false)
    {
        var wrong = new List<string>();
        foreach (var (language, scheme, width, axe) in Looks)
        {
            await come(language);
            await screen.Look(language, scheme, width);
            // What is folded is part of the page too.
            await screen.Fold(open: true);
            wrong.AddRange((await screen.TooWide()).Concat(axe ? await screen.Violations() : []).Select(each => $"{language}, {scheme}, {width}: {each}"));
            if (drawsFolded && width == 360)
                await screen.Picture($"{name}-{width}-{language}-{scheme}-open");
            await screen.Fold(open: false);
            await screen.Picture($"{name}-{width}-{language}-{scheme}");
        }
        Assert.Empty(wrong.Concat(await screen.OutOfReach()).Concat(screen.Problems));
    }
}
