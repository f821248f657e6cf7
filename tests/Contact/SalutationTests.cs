namespace WelWee3D.Tests.Contact;

public sealed class SalutationTests
{
    [Theory]
    [InlineData("Jet")]
    [InlineData("Jet de Vries-Çelik")]
    [InlineData("Anna Maria van den Heuvel")]
    [InlineData("J. O'Brien")]
    [InlineData("J.P. van ’t Hoff")]
    [InlineData("mevr. dr. Jansen")]
    [InlineData("王芳")]
    [InlineData("Zoe\u0308")]
    public void A_name_is_greeted(string name) => Assert.Equal($"Dag {name},", Salutation.Dutch(name));

    [Theory]
    [InlineData("https://spam.example")]
    [InlineData("spam.example")]
    [InlineData("t.co")]
    [InlineData("Jet www.spam.example")]
    [InlineData("Jet@spam.example")]
    [InlineData("Jet <b>")]
    [InlineData("spam。example")]
    [InlineData("bel 0900 1234")]
    [InlineData("Je hebt een prijs gewonnen, klik snel")]
    [InlineData("Je hebt een heel mooie prijs")]
    [InlineData("Verantwoordelijkheidsgevoeligheidstrainingen")]
    [InlineData("Jet\u200b")]
    [InlineData("\u202etej")]
    [InlineData("👩‍👩‍👧")]
    public void What_may_be_more_than_a_name_is_not(string name)
    {
        Assert.Equal("Dag,", Salutation.Dutch(name));
        Assert.Equal("Hello,", Salutation.English(name));
    }
}
