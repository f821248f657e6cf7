namespace WelWee3D.Tests.Consent;

/// <summary>A text that was in force is evidence: its words never change.</summary>
public sealed class ConsentTextsTests
{
    [Theory]
    [InlineData(Purpose.MakeFigurine, "1", "nl", "3d4c570a8a8bc906bbc569cee54edbcdf88b01e685871269df59448c63432abc")]
    [InlineData(Purpose.MakeFigurine, "1", "en", "e31f0f6787165fa2b147431a5211c82a6532c7cd248f0891fe5a0d1c1c52936f")]
    [InlineData(Purpose.KeepScan, "1", "nl", "ca1dcc1244053805dba950df3aeb032cd69be62ffbce96ba7a1b108381fb687f")]
    [InlineData(Purpose.KeepScan, "1", "en", "042e79dd544b3354f0613d027038ebfa19cc732ec71468b0b7ebdba52748c37a")]
    [InlineData(Purpose.OtherUse, "1", "nl", "0d92d2bd9e8f8aaa72a8e74b5f86614d2f82a09b96cc451b17ab2ba2b86c408a")]
    [InlineData(Purpose.OtherUse, "1", "en", "3e47432eb9fe9135b0b1a8b6fba4410ec78520b2e95b16b12a89b45a593d26c5")]
    public void Its_words_are_what_they_were(Purpose purpose, string version, string language, string sha256) =>
        Assert.Equal(sha256, ConsentTexts.Find(purpose, version, language)!.Sha256);

    [Fact]
    public void Each_version_is_there_in_both_languages_from_the_same_day_and_each_purpose_has_one_in_force()
    {
        Assert.All(ConsentTexts.All.GroupBy(text => (text.Purpose, text.Version)), versions =>
        {
            Assert.Equal(["en", "nl"], versions.Select(text => text.Language).Order());
            Assert.Single(versions.Select(text => text.InForceFrom).Distinct());
        });
        Assert.All(Enum.GetValues<Purpose>(), purpose => Assert.Equal("1", ConsentTexts.InForce(purpose, "nl", new(2026, 11, 22)).Version));
        Assert.Equal(ConsentTexts.All.Count, ConsentTexts.All.Select(text => (text.Purpose, text.Version, text.Language)).Distinct().Count());
    }

    [Fact]
    public void The_terms_that_they_name_are_those_of_the_rules()
    {
        var (nl, en) = (ConsentTexts.Find(Purpose.KeepScan, "1", "nl")!.Words, ConsentTexts.Find(Purpose.KeepScan, "1", "en")!.Words);

        Assert.Equal((Term.OfYears(5), Term.OfMonths(2)), (RetentionSchedule.ScanWithConsent.Term, RetentionSchedule.ScanWithoutConsent.Term));
        Assert.Matches(new Regex("vijf jaar.*twee maanden", RegexOptions.None, TimeSpan.FromSeconds(1)), nl);
        Assert.Matches(new Regex("five years.*two months", RegexOptions.None, TimeSpan.FromSeconds(1)), en);
    }
}
