using WelWee3D.Tests.Storage;

namespace WelWee3D.Tests.Statement;

public sealed class StatementVersionsTests(FilledStorage filled) : IClassFixture<FilledStorage>
{
    private static readonly RetentionRule[] Decided = [RetentionSchedule.ScanDestroyedByStaff, RetentionSchedule.ScanMoved, RetentionSchedule.Erasure];

    /// <summary>What people were told is not told otherwise afterwards: who changes a term, a reason or a word here adds a version.</summary>
    [Theory]
    [InlineData("1", "nl", "1283ae841b8b5468785da888a3902f46a1764e3ccb7c255a0bbbd0e7776225ff")]
    [InlineData("1", "en", "d44e1b1aab829050437edd7b2663bafcb17561d7be9a3d535312a248c40a2a70")]
    [InlineData("2", "nl", "862ca1f3d282f1f9f96f1a6d4448bc2c45d7f992fea24c32403aa2b10135ba3a")]
    [InlineData("2", "en", "7099ac28922b8f4bdedff51b395182f27d14e83c8fc97933c6a6de8aa55029dc")]
    [InlineData("3", "nl", "02878e79b56c7aec73eade54af3f93c87c86098fe3ecf0ee91106d984d3e7bb7")]
    [InlineData("3", "en", "58467a6a21dbc67eb278a8fa96360188dfdd6af3f67a34aa1a39bcfcd32fc2de")]
    [InlineData("4", "nl", "f045a8a2ccc43cbe9dbed8aac93bbc595037f64adc6136b616616d7572cbcc07")]
    [InlineData("4", "en", "5197f6ca32d4a1e2957c484c0ad3da54177dc2ce17d5e59b33bfeff38655d9e6")]
    [InlineData("5", "nl", "55174d72841e347b90f468bb5f0e1172ec1cb10e68c71d3c30e35f5eebdca6f3")]
    [InlineData("5", "en", "008aff72b85656b1c3a6c149879a36434eb7d64697fad83c3b79fb243a29287e")]
    public void A_version_keeps_its_words_and_figures(string version, string language, string sha256) =>
        Assert.Equal(sha256, StatementVersions.Find(version)!.Sha256(language));

    /// <summary>What goes because somebody decided so is told in words: it has no term, and of a scan it can be recovered for a while.</summary>
    [Fact]
    public void The_newest_tells_every_term_as_the_rules_have_it_today() =>
        Assert.Equal(RetentionSchedule.All.Except(Decided), StatementVersions.All[^1].Promises);

    [Theory]
    [InlineData("nl", "1 maand, of 3 maanden als het langer duurt", "gerechtvaardigd belang", "In de cloud is alles versleuteld", "alleen nog bewaard mag worden", "met toestemming gemaakt", "Buiten Europa", "geen beeldje meer wil: 2 maanden")]
    [InlineData("en", "1 month, or 3 months where it takes longer", "legitimate interest", "In the cloud everything is encrypted", "may only be stored", "was made with consent", "Outside Europe", "wants no figurine any more: 2 months")]
    public void The_newest_says_when_an_erasure_is_carried_out_what_keeps_something_and_on_which_grounds(string language, params string[] told)
    {
        var text = string.Join('\n', StatementVersions.All[^1].Lines(language));

        Assert.All(told, each => Assert.Contains(each, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(7, "nog 7 dagen terughalen", "8 dagen voor de laatste dag")]
    [InlineData(1, "nog 1 dag terughalen", "2 dagen voor de laatste dag")]
    [InlineData(0, "meteen echt weg")]
    public void And_who_is_responsible_and_how_long_a_scan_can_be_recovered_as_the_settings_have_it(int recoveryDays, params string[] told)
    {
        var sections = StatementVersions.All[^1].AsSet!(new("Wel & Wee – 3D, Verloskundigenpraktijk Wel & Wee", recoveryDays));
        var text = string.Join('\n', sections.SelectMany(section => section.Paragraphs).Select(words => words.Dutch));

        Assert.All([.. told, "Verantwoordelijk voor je gegevens: Wel & Wee – 3D, Verloskundigenpraktijk Wel & Wee."], each => Assert.Contains(each, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task And_names_the_rule_of_every_kind_of_record_that_is_kept()
    {
        var told = StatementVersions.All[^1].Promises.Concat(Decided).Select(promise => promise.Name).ToHashSet();

        foreach (var kind in filled.World.Get<RecordKinds>().InOrder)
        {
            var rules = await kind.All(default).SelectMany(record => record.WithParts).Select(record => record.Retention.Rule).ToListAsync();
            Assert.Subset(told, rules.ToHashSet());
        }
    }

    [Fact]
    public void Each_begins_after_the_one_before_it_and_the_first_on_the_day_of_the_practices_own()
    {
        var days = StatementVersions.All.Select(version => version.InForceFrom).ToList();

        Assert.Equal(new DateOnly(2023, 6, 1), days[0]);
        Assert.Equal(days.Distinct().Order(), days);
        Assert.All(StatementVersions.All, version => Assert.Equal(version, StatementVersions.InForce(version.InForceFrom)));
        Assert.Equal("1", StatementVersions.InForce(days[1].AddDays(-1)).Version);
        Assert.Equal("1", StatementVersions.InForce(days[0].AddDays(-1)).Version);
    }

    [Fact]
    public void The_first_promises_what_the_practice_promised() => Assert.Equal(
        ["contact-message P5Y", "scan-with-consent P5Y", "scan-without-consent P2M", "visits P5Y"],
        StatementVersions.All[0].Promises.Select(promise => $"{promise.Name} {promise.Term}"));
}
