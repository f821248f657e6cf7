using Microsoft.AspNetCore.Http;
using WelWee3D.Http;

namespace WelWee3D.Contact;

/// <summary>Where a visitor goes whose browser, and no script, sent the form.</summary>
public static class ThanksPage
{
    /// <summary>Null for a script, and where no page is allowed.</summary>
    public static Uri? For(HttpRequest request, ContactForm form, IList<string> allowed) =>
        Body.Kind(request) == BodyKind.Form && request.PrefersHtml() && (form.Next ?? allowed.FirstOrDefault()) is { } page
            ? new Uri(page, page.StartsWith('/') ? UriKind.Relative : UriKind.Absolute)
            : null;
}
