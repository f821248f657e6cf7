namespace WelWee3D.Tests.Retention.Shown;

public sealed class ExplanationTests
{
    private static readonly RetentionRules Rules = new(recoveryDays: 7);
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly ScanCircumstances Shipped = new(new(2026, 12, 1), new(2026, 12, 31), null, null);

    [Fact]
    public void A_message_is_explained_by_its_rule_start_term_and_deadline()
    {
        var told = Explanation.OfKept(Rules.ContactMessage(Today, Interventions.None, Today), Today);

        Assert.Equal(
            "Rule: contact message. The clock starts on 22 November 2026, the day it was received; five years later, 22 November 2031, is the last day on which it may exist. It is destroyed on 22 November 2031.",
            told.En);
        Assert.Equal(
            "Regel: contactbericht. De termijn begint op 22 november 2026, de dag waarop het is ontvangen; vijf jaar later, 22 november 2031, is de uiterste bewaardatum. Het wordt vernietigd op 22 november 2031.",
            told.Nl);
    }

    [Fact]
    public void A_scan_is_explained_with_its_margin()
    {
        var told = Explanation.OfKept(Rules.Scan(Shipped, Interventions.None, Today), Today);

        Assert.Contains("two months later, 28 February 2027, is the last day", told.En, StringComparison.Ordinal);
        Assert.Contains("can be recovered for another seven days: so the day to destroy it is 20 February 2027.", told.En, StringComparison.Ordinal);
        Assert.Contains("twee maanden later, 28 februari 2027, is de uiterste bewaardatum.", told.Nl, StringComparison.Ordinal);
        Assert.Contains("nog zeven dagen te herstellen: daarom is de dag van vernietigen 20 februari 2027.", told.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hold_is_explained_without_its_reason_and_with_the_day_it_ends()
    {
        var held = new Interventions([new(Id.New(DateTimeOffset.UnixEpoch), "claim by somebody", new(2027, 6, 1))]);

        var told = Explanation.OfKept(Rules.Scan(Shipped, held, Today), Today);

        Assert.EndsWith("A hold keeps it up to and including 1 June 2027. It is destroyed on 2 June 2027.", told.En, StringComparison.Ordinal);
        Assert.EndsWith("Een bewaarplicht houdt het vast tot en met 1 juni 2027. Het wordt vernietigd op 2 juni 2027.", told.Nl, StringComparison.Ordinal);
        Assert.DoesNotContain("somebody", told.En + told.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_restriction_is_explained_as_having_no_end()
    {
        var told = Explanation.OfKept(Rules.Scan(Shipped, new([], RestrictedOn: Today), Today), Today);

        Assert.EndsWith("A restriction keeps it until that is lifted. Until then it is not destroyed.", told.En, StringComparison.Ordinal);
        Assert.EndsWith("Een beperking houdt het vast tot ze wordt opgeheven. Tot dan wordt het niet vernietigd.", told.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void An_erasure_is_explained_as_going_before_every_term()
    {
        var told = Explanation.OfKept(Rules.Scan(Shipped, new([], ErasureRequestedOn: Today), Today), Today);

        Assert.Equal(
            "Rule: erasure on request. It goes before every term: 22 November 2026, the day the erasure was decided, is the last day on which it may exist. The next sweep destroys it.",
            told.En);
    }

    [Fact]
    public void Without_a_recovery_window_no_recovery_is_spoken_of()
    {
        var told = Explanation.OfKept(new RetentionRules(recoveryDays: 0).Scan(Shipped, Interventions.None, Today), Today);

        Assert.DoesNotContain("recover", told.En, StringComparison.Ordinal);
        Assert.Contains("the day to destroy it is 27 February 2027", told.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-25T00:30:00Z", "25 October 2026, 02:30:00 (Amsterdam time, UTC+2)")]
    [InlineData("2026-10-25T01:30:00Z", "25 October 2026, 02:30:00 (Amsterdam time, UTC+1)")]
    public void What_is_destroyed_is_told_with_the_moment_that_it_was(string at, string told)
    {
        var moment = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);

        Assert.EndsWith(
            $"It was destroyed on {told}.",
            Explanation.OfDestroyed(Rules.Scan(Shipped, Interventions.None, Today), moment).En, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_has_words_in_both_languages()
    {
        var scans =
            from answer in new ConsentAnswer?[] { null, ConsentAnswer.Yes, ConsentAnswer.Withdrawn }
            from shipped in new DateOnly?[] { null, Today }
            from cancelled in new DateOnly?[] { null, Today }
            select Rules.Scan(new(Today, shipped, cancelled, answer), Interventions.None, Today);
        Derivation[] whys =
        [
            .. scans,
            Rules.ContactMessage(Today, Interventions.None, Today),
            Rules.ContactMessage(Today, new([], ErasureRequestedOn: Today), Today),
            Rules.Apply(RetentionSchedule.ContactSuspect, Today, Interventions.None, Today),
            Rules.UnclaimedBlob(Today, Today),
            Rules.Order(Today, [], Interventions.None, Today),
            Rules.Order(Today.AddYears(-1), scans, Interventions.None, Today),
            Rules.Visits(Today, Today),
            Rules.PrivacyRequest(Today, Interventions.None, Today),
            Rules.UnconfirmedRequest(Today, Today),
            Rules.Export(Today, Today),
            Rules.UnfinishedUpload(Today, Interventions.None, Today),
        ];

        Assert.All(whys, why => Assert.Contains(RetentionSchedule.Find(why.Rule)!.Words.English, PlainWords.English.Derived(why), StringComparison.Ordinal));
        Assert.All(whys, why => Assert.Contains(RetentionSchedule.Find(why.Rule)!.Words.Dutch, PlainWords.Dutch.Derived(why), StringComparison.Ordinal));
        Assert.Contains("a-rule-of-another-time", PlainWords.English.Derived(whys[0] with { Rule = "a-rule-of-another-time" }), StringComparison.Ordinal);
    }
}
