namespace WelWee3D.Tests.Contact;

public sealed class ThanksPageTests
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Theory]
    [InlineData(Browser, true)]
    [InlineData("text/html", true)]
    [InlineData("text/*", true)]
    [InlineData("application/json;q=0.5, text/html", true)]
    [InlineData("text/html;q=0.5, application/json", false)]
    [InlineData("text/html, application/json", false)]
    [InlineData("*/*", false)]
    [InlineData("*/*, text/html;q=0.1", false)]
    [InlineData("application/json", false)]
    [InlineData("not a type", false)]
    [InlineData(null, false)]
    public void A_browser_goes_to_the_page_and_a_script_gets_json(string? accept, bool page) =>
        Assert.Equal(page, Page(accept, "application/x-www-form-urlencoded", null, "/thanks") is not null);

    [Theory]
    [InlineData("application/x-www-form-urlencoded", true)]
    [InlineData("multipart/form-data; boundary=x", true)]
    [InlineData("application/json", false)]
    public void Only_a_form_leads_to_a_page(string contentType, bool page) =>
        Assert.Equal(page, Page(Browser, contentType, null, "/thanks") is not null);

    [Theory]
    [InlineData(null, "https://site.example/bedankt")]
    [InlineData("/thanks", "/thanks")]
    public void The_form_chooses_the_page_or_gets_the_first(string? next, string page) =>
        Assert.Equal(page, Page(Browser, "multipart/form-data", next, "https://site.example/bedankt", "/thanks")?.OriginalString);

    [Fact]
    public void Without_a_page_there_is_none() => Assert.Null(Page(Browser, "multipart/form-data", null));

    private static Uri? Page(string? accept, string contentType, string? next, params string[] allowed)
    {
        var request = new DefaultHttpContext().Request;
        request.ContentType = contentType;
        request.Headers.Accept = accept;
        return ThanksPage.For(request, new ContactForm { Next = next }, allowed);
    }
}
