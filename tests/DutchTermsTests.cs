namespace WelWee3D.Tests;

/// <summary>What is told in Dutch has one word for one thing, and the one that the law or the trade has for it.</summary>
public sealed class DutchTermsTests
{
    // What versions of the statement told once, they tell in the words of then.
    private const string ToldBefore = "functions/Statement/";

    private static readonly Lazy<IReadOnlyList<(string File, string Text)>> Read = new(() =>
    [
        .. from folder in (string[])["functions", "web/src"]
           from file in Directory.EnumerateFiles(Path.Combine(Source.Root, folder), "*", SearchOption.AllDirectories)
           let path = Path.GetRelativePath(Source.Root, file).Replace('\\', '/')
           where Path.GetExtension(file) is ".cs" or ".ts" && !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
           where !path.StartsWith(ToldBefore, StringComparison.Ordinal)
           select (path, File.ReadAllText(file)),
    ]);

    [Theory]
    [InlineData("grootboek", "vernietigingsregister")]
    [InlineData("controlepunt", "ijkpunt")]
    [InlineData("[cC]ertificaat|[cC]ertificaten", "vernietigingsverklaring")]
    [InlineData("[pP]rivacyfunctionaris|wie over privacy gaat", "de medewerker voor privacy")]
    [InlineData("[mM]ailboxen", "postvakken")]
    [InlineData("sleutelwaarde", "gehashte verwijzing")]
    [InlineData("versleutelde verwijzing", "gehashte verwijzing")]
    [InlineData("eenloket|éénloketregeling", "éénloketsysteem")]
    [InlineData("Effectbeoordeling", "Gegevensbeschermingseffectbeoordeling")]
    [InlineData("\"Bijzondere gegevens\"|Bijzondere gegevens:", "Bijzondere categorieën van persoonsgegevens")]
    [InlineData("(drukt|drukken|gedrukt).{0,25}(beeldje|scan)|beeldje.{0,20}(drukken|afdruk|gedrukt)|Stop met drukken|scannen en afdrukken", "printen")]
    [InlineData("(nacht|gebeurt).{0,20} om twee uur|night at two|at two each night", "elke nacht: in Azure is twee uur die van UTC")]
    [InlineData("artikel [0-9]+(\\([0-9a-z]\\)|, [0-9]|, (eerste|tweede|derde) lid)", "artikel 17, lid 3, onder b")]
    public void One_thing_has_one_word(string wrong, string right) => Assert.Empty(
        from each in Read.Value
        where Regex.IsMatch(each.Text, wrong, RegexOptions.None, TimeSpan.FromSeconds(10))
        select $"{each.File}: say {right}");

    [Fact]
    public void Who_takes_everything_along_is_told_that_the_id_of_the_account_is_kept_and_no_name()
    {
        var page = Read.Value.Single(each => each.File.EndsWith("pages/takeout.ts", StringComparison.Ordinal)).Text;

        Assert.Contains("met het kenmerk van je account erbij", page, StringComparison.Ordinal);
        Assert.DoesNotContain("met je naam", page, StringComparison.Ordinal);
    }
}
