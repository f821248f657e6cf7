namespace WelWee3D.Visits;

/// <summary>The settings under <c>Visits</c>.</summary>
public sealed class VisitsOptions
{
    /// <summary>The paths of the site's own pages, such as <c>/tarieven</c>: no other is counted.</summary>
    public IList<string> Pages { get; } = [];

    /// <summary>How many visits are counted in a minute, from all together.</summary>
    public int PerMinute { get; set; } = 600;

    /// <summary>With or without a slash at its end it is the same page.</summary>
    /// <returns>Null for a page that is none of the site's.</returns>
    public string? Own(string page) => Pages.FirstOrDefault(each => Trimmed(each) == Trimmed(page));

    private static string Trimmed(string page) => page.Length > 1 ? page.TrimEnd('/') : page;
}
