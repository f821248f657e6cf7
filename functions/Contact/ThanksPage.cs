using WelWee3D.Http;

namespace WelWee3D.Contact;

/// <summary>Where a visitor goes whose browser, and no script, sent the form.</summary>
public static class ThanksPage
{
    /// <summary>Null for a script, and where no page is allowed.</summary>
    public static Uri? For(HttpRequest request, ContactForm form, IList<string> allowed) =>
        Named(request, form.Next ?? allowed.FirstOrDefault());

    /// <summary>The one that a form names; null where it names none, or a script sent it.</summary>
    public static Uri? Named(HttpRequest request, string? page) =>
        page is not null && request.IsFromPage() ? new Uri(page, IsElsewhere(page) ? UriKind.Absolute : UriKind.Relative) : null;

    /// <summary>What is wrong with the page that a form names.</summary>
    public static void Check(Problems problems, string? next, IList<string> allowed)
    {
        if (next is not null && !allowed.Contains(next, StringComparer.Ordinal))
            problems.Add("next", "Must be one of the pages that this form may lead to.");
    }

    /// <summary>Where the forms on the app's own pages may lead to: a browser follows a redirect to nowhere else.</summary>
    public static string FormAction(IList<string> allowed) => $"'self' {string.Join(' ', allowed.Where(IsElsewhere).Select(Origin))}".TrimEnd();

    private static bool IsElsewhere(string page) => !page.StartsWith('/');

    private static string Origin(string page) => new Uri(page).GetLeftPart(UriPartial.Authority);
}
