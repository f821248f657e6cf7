namespace WelWee3D.Tests.Http;

public sealed class PreferencesTests
{
    [Theory]
    [InlineData(null, "nl")]
    [InlineData("", "nl")]
    [InlineData("en", "en")]
    [InlineData("en-GB,en;q=0.9,nl;q=0.8", "en")]
    [InlineData("nl;q=0.8, EN-us;q=0.9", "en")]
    [InlineData("fr", "nl")]
    [InlineData("fr, en;q=0.1", "en")]
    [InlineData("en, nl", "en")]
    [InlineData("*", "nl")]
    [InlineData("en;q=0", "nl")]
    [InlineData("nl;q=0", "en")]
    [InlineData("nl;q=0, *", "en")]
    [InlineData("nl;q=0.000, fr", "en")]
    [InlineData("en;q=0, *;q=0.5", "nl")]
    [InlineData("nl;q=0.1, *;q=0.5", "en")]
    [InlineData("nl;q=0, en;q=0", "nl")]
    [InlineData("; nonsense", "nl")]
    public void The_language_is_the_one_wanted_most_and_none_that_is_refused_if_there_is_another(string? accepted, string language)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.AcceptLanguage = accepted;

        Assert.Equal(language, request.Language());
    }
}
