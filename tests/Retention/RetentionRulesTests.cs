namespace WelWee3D.Tests.Retention;

public sealed class RetentionRulesTests
{
    private static readonly RetentionRules Rules = new(recoveryDays: 7);
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("2026-11-22", "2031-11-22")]
    [InlineData("2028-02-29", "2033-02-28")]
    [InlineData("2027-02-28", "2032-02-28")]
    [InlineData("2026-12-31", "2031-12-31")]
    public void A_contact_message_is_kept_five_years(string receivedOn, string deadline)
    {
        var why = Rules.ContactMessage(Day(receivedOn), Interventions.None, Today);

        Assert.Equal(("contact-message", "P5Y", 0), (why.Rule, why.Term.ToString(), why.Margin));
        Assert.Equal((Day(deadline), Day(deadline), Day(deadline)), (why.Deadline, why.DestroyOn, why.DueOn));
    }

    [Theory]
    [InlineData(ConsentAnswer.Yes, "2026-01-01", null)]
    [InlineData(null, null, null)]
    [InlineData(null, null, "2026-06-01")]
    public void A_file_that_is_no_scan_is_gone_two_months_after_it_arrived_whatever_else_is_so(
        ConsentAnswer? consent, string? shipped, string? cancelled)
    {
        var why = Rules.Scan(
            new(new(2026, 1, 1), DayOrNone(shipped), DayOrNone(cancelled), consent, RejectedFrom: new(2026, 12, 31)), Interventions.None, Today);

        Assert.Equal(("rejected-file", new(2027, 2, 28), new(2027, 2, 20)), (why.Rule, why.Deadline, why.DestroyOn));
    }

    [Fact]
    public void What_staff_decide_about_a_scan_goes_that_day_unless_a_hold_or_restriction_keeps_it()
    {
        var circumstances = new ScanCircumstances(Today, null, null, ConsentAnswer.Yes, DestructionAskedOn: Today);

        Assert.Equal(Today, Rules.Scan(circumstances, Interventions.None, Today).DueOn);
        Assert.Equal(Today.AddDays(10), Rules.Scan(circumstances, new([new(Id.New(DateTimeOffset.UnixEpoch), "claim", Today.AddDays(9))]), Today).DueOn);
        Assert.Null(Rules.Scan(circumstances, new([], RestrictedOn: Today), Today).DueOn);
    }

    [Theory]
    [InlineData("2026-12-31", "2027-02-28", "2027-02-20")]
    [InlineData("2027-12-31", "2028-02-29", "2028-02-21")]
    [InlineData("2027-12-30", "2028-02-29", "2028-02-21")]
    [InlineData("2026-06-30", "2026-08-30", "2026-08-22")]
    [InlineData("2026-07-31", "2026-09-30", "2026-09-22")]
    // A Sunday, Christmas and New Year's Day: nothing moves.
    [InlineData("2026-09-22", "2026-11-22", "2026-11-14")]
    [InlineData("2026-10-25", "2026-12-25", "2026-12-17")]
    [InlineData("2026-11-01", "2027-01-01", "2026-12-24")]
    public void A_scan_without_consent_is_gone_two_months_after_shipping(string shippedOn, string deadline, string destroyOn)
    {
        var why = Scan(shipped: shippedOn);

        Assert.Equal(("scan-without-consent", "P2M", 8), (why.Rule, why.Term.ToString(), why.Margin));
        Assert.Equal((Day(shippedOn), Day(deadline), Day(destroyOn)), (why.Start, why.Deadline, why.DestroyOn));
    }

    [Theory]
    [InlineData(null, "scan-without-consent", "2026-05-10")]
    [InlineData(ConsentAnswer.No, "scan-without-consent", "2026-05-10")]
    [InlineData(ConsentAnswer.Withdrawn, "scan-consent-withdrawn", "2026-05-10")]
    [InlineData(ConsentAnswer.Yes, "scan-with-consent", "2031-01-05")]
    public void The_answer_that_stands_decides_about_a_shipped_scan(ConsentAnswer? answer, string rule, string deadline)
    {
        var why = Scan(shipped: "2026-03-10", answer: answer);

        Assert.Equal((rule, Day(deadline)), (why.Rule, why.Deadline));
    }

    [Theory]
    [InlineData(null, "scan-never-shipped", "2031-01-05", "2030-12-28")]
    [InlineData(ConsentAnswer.No, "scan-never-shipped", "2031-01-05", "2030-12-28")]
    [InlineData(ConsentAnswer.Withdrawn, "scan-never-shipped", "2031-01-05", "2030-12-28")]
    [InlineData(ConsentAnswer.Yes, "scan-with-consent", "2031-01-05", "2030-12-28")]
    public void A_scan_that_was_not_shipped_is_gone_five_years_after_it_was_made(
        ConsentAnswer? answer, string rule, string deadline, string destroyOn)
    {
        var why = Scan(answer: answer);

        Assert.Equal((rule, Day(deadline), Day(destroyOn)), (why.Rule, why.Deadline, why.DestroyOn));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(ConsentAnswer.No)]
    [InlineData(ConsentAnswer.Yes)]
    [InlineData(ConsentAnswer.Withdrawn)]
    public void A_scan_of_a_cancelled_order_is_gone_two_months_after_that_whatever_was_answered(ConsentAnswer? answer)
    {
        var why = Scan(cancelled: "2026-12-31", answer: answer);

        Assert.Equal(("scan-of-cancelled-order", Day("2027-02-28"), Day("2027-02-20")), (why.Rule, why.Deadline, why.DestroyOn));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(ConsentAnswer.No)]
    [InlineData(ConsentAnswer.Yes)]
    public void A_scan_of_which_no_figurine_is_to_be_made_is_gone_two_months_after_that_answer(ConsentAnswer? keepScan)
    {
        var why = Scan(answer: keepScan, refused: "2026-12-31");

        Assert.Equal(("scan-figurine-refused", "P2M", Day("2026-12-31")), (why.Rule, why.Term.ToString(), why.Start));
        Assert.Equal((Day("2027-02-28"), Day("2027-02-20")), (why.Deadline, why.DestroyOn));
    }

    [Theory]
    [InlineData("2026-10-01", "2026-10-02", "scan-figurine-refused", "2026-12-01")]
    [InlineData("2026-10-02", "2026-10-02", "scan-of-cancelled-order", "2026-12-02")]
    [InlineData("2026-10-03", "2026-10-02", "scan-of-cancelled-order", "2026-12-02")]
    public void Of_her_answer_and_cancelling_the_first_counts(string refused, string cancelled, string rule, string deadline)
    {
        var why = Scan(cancelled: cancelled, refused: refused);

        Assert.Equal((rule, Day(deadline)), (why.Rule, why.Deadline));
    }

    [Theory]
    [InlineData("2022-01-10", "2026-11-09", "two months", "2027-01-09")]
    [InlineData("2022-01-10", "2026-11-10", "two months", "2027-01-10")]
    [InlineData("2022-01-10", "2026-11-11", "five years", "2027-01-10")]
    [InlineData("2022-01-10", "2026-12-20", "five years", "2027-01-10")]
    [InlineData("2024-02-29", "2028-12-28", "two months", "2029-02-28")]
    [InlineData("2024-02-29", "2028-12-31", "two months", "2029-02-28")]
    [InlineData("2024-02-29", "2029-01-01", "five years", "2029-02-28")]
    [InlineData("2023-02-28", "2027-12-28", "two months", "2028-02-28")]
    [InlineData("2023-02-28", "2027-12-29", "five years", "2028-02-28")]
    public void Neither_has_a_scan_of_which_nothing_was_shipped_stay_for_more_than_five_years(string scanned, string ended, string term, string deadline)
    {
        var capped = term == "five years";
        var (refused, cancelled) = (
            Rules.Scan(new(Day(scanned), null, null, ConsentAnswer.Yes, RefusedOn: Day(ended)), Interventions.None, Today),
            Rules.Scan(new(Day(scanned), null, Day(ended), ConsentAnswer.Yes), Interventions.None, Today));

        Assert.Equal((capped ? "scan-never-shipped" : "scan-figurine-refused", Day(capped ? scanned : ended)), (refused.Rule, refused.Start));
        Assert.Equal((capped ? "scan-never-shipped" : "scan-of-cancelled-order", Day(capped ? scanned : ended)), (cancelled.Rule, cancelled.Start));
        Assert.Equal((Day(deadline), Day(deadline)), (refused.Deadline, cancelled.Deadline));
    }

    [Theory]
    [InlineData(null, "scan-without-consent")]
    [InlineData(ConsentAnswer.Yes, "scan-with-consent")]
    public void Once_the_figurine_is_shipped_that_answer_changes_nothing(ConsentAnswer? keepScan, string rule) =>
        Assert.Equal(rule, Scan(shipped: "2026-03-10", answer: keepScan, refused: "2026-03-11").Rule);

    [Fact]
    public void Consent_withdrawn_long_after_shipping_makes_a_scan_due_at_once()
    {
        var why = Scan(shipped: "2026-03-10", answer: ConsentAnswer.Withdrawn);

        Assert.True(why.DueOn < Today && why.IsDue(Today));
    }

    [Fact]
    public void Consent_given_late_keeps_a_scan_that_was_due()
    {
        Assert.True(Scan(shipped: "2026-03-10").IsDue(Today));
        Assert.False(Scan(shipped: "2026-03-10", answer: ConsentAnswer.Yes).IsDue(Today));
    }

    [Theory]
    [InlineData(0, "2026-05-09")]
    [InlineData(1, "2026-05-08")]
    [InlineData(7, "2026-05-02")]
    [InlineData(30, "2026-04-09")]
    public void The_longer_a_blob_can_be_recovered_the_sooner_it_is_deleted(int recoveryDays, string destroyOn)
    {
        var rules = new RetentionRules(recoveryDays);
        var why = rules.Scan(new(Day("2026-01-05"), Day("2026-03-10"), null, null), Interventions.None, Today);

        Assert.Equal((Day("2026-05-10"), Day(destroyOn)), (why.Deadline, why.DestroyOn));
        Assert.Equal(why.Deadline, rules.RecoveryClosesOn(why.DestroyOn));
    }

    [Theory]
    [InlineData("2026-12-31", "2027-02-28", "2027-02-20")]
    public void A_blob_that_no_order_knows_is_gone_two_months_after_it_arrived(string arrivedOn, string deadline, string destroyOn)
    {
        var why = Rules.UnclaimedBlob(Day(arrivedOn), Today);

        Assert.Equal(("unclaimed-blob", Day(deadline), Day(destroyOn)), (why.Rule, why.Deadline, why.DestroyOn));
    }

    [Theory]
    [InlineData("2024-02-29", "2029-02-28")]
    [InlineData("2026-11-22", "2031-11-22")]
    public void An_order_is_kept_five_years(string openedOn, string deadline)
    {
        var why = Rules.Order(Day(openedOn), [], Interventions.None, Today);

        Assert.Equal(("order", Day(deadline), Day(deadline)), (why.Rule, why.Deadline, why.DestroyOn));
    }

    [Theory]
    [InlineData("2026-02-01", "order", "2031-02-01")]
    [InlineData("2026-01-05", "order", "2031-01-05")]
    [InlineData("2026-01-04", "order-with-longer-kept-scan", "2031-01-05")]
    public void An_order_is_kept_for_as_long_as_the_last_of_its_scans(string openedOn, string rule, string deadline)
    {
        var scans = new[] { Scan(shipped: "2026-03-10"), Scan(shipped: "2026-03-10", answer: ConsentAnswer.Yes) };

        var why = Rules.Order(Day(openedOn), scans, Interventions.None, Today);

        Assert.Equal((rule, Day(deadline), 0, Day(deadline)), (why.Rule, why.Deadline, why.Margin, why.DestroyOn));
    }

    [Theory]
    [InlineData("2026-11-30", "2031-11-30")]
    [InlineData("2028-02-29", "2033-02-28")]
    [InlineData("2026-12-31", "2031-12-31")]
    public void Visits_are_kept_five_years_after_the_month_they_were_counted_in(string lastOfMonth, string deadline) =>
        Assert.Equal(Day(deadline), Rules.Visits(Day(lastOfMonth), Today).Deadline);

    [Fact]
    public void A_privacy_request_is_kept_five_years_after_it_was_closed() =>
        Assert.Equal(Day("2033-02-28"), Rules.PrivacyRequest(Day("2028-02-29"), Interventions.None, Today).Deadline);

    [Theory]
    [InlineData("2026-12-31", "2027-01-01")]
    [InlineData("2028-02-28", "2028-02-29")]
    [InlineData("2026-03-28", "2026-03-29")]
    public void What_looked_like_a_robots_goes_the_day_after(string receivedOn, string dueOn) =>
        Assert.Equal(Day(dueOn), Rules.Apply(RetentionSchedule.ContactSuspect, Day(receivedOn), Interventions.None, Today).DueOn);

    [Theory]
    [InlineData("2026-12-28", "2027-01-04")]
    [InlineData("2028-02-23", "2028-03-01")]
    [InlineData("2026-03-25", "2026-04-01")]
    public void What_was_never_finished_is_gone_after_a_week(string createdOn, string deadline)
    {
        var whys = new[]
        {
            Rules.UnconfirmedRequest(Day(createdOn), Today),
            Rules.Export(Day(createdOn), Today),
            Rules.UnfinishedUpload(Day(createdOn), Interventions.None, Today),
        };

        Assert.All(whys, why => Assert.Equal((Day(deadline), Day(deadline)), (why.Deadline, why.DestroyOn)));
    }

    [Theory]
    [InlineData("2031-11-21", "2031-11-22")]
    [InlineData("2031-11-22", "2031-11-23")]
    [InlineData("2032-02-28", "2032-02-29")]
    [InlineData("2032-12-31", "2033-01-01")]
    public void A_hold_lasts_its_last_day_and_what_it_kept_goes_the_day_after(string until, string dueOn)
    {
        var held = new Interventions([new(Id.New(DateTimeOffset.UnixEpoch), "claim", Day(until))]);

        var why = Rules.ContactMessage(Day("2026-11-22"), held, Today);

        Assert.Equal((Day("2031-11-22"), Day(dueOn)), (why.DestroyOn, why.DueOn));
        Assert.False(why.IsDue(Day(until)));
        Assert.True(why.IsDue(Day(dueOn)));
    }

    [Theory]
    [InlineData("2026-11-21", 0)]
    [InlineData("2026-11-22", 1)]
    [InlineData("2026-11-23", 1)]
    public void A_hold_is_told_up_to_and_including_its_last_day(string until, int told)
    {
        var held = new Interventions([new(Id.New(DateTimeOffset.UnixEpoch), "claim", Day(until))]);

        Assert.Equal(told, Rules.ContactMessage(Day("2020-01-01"), held, Today).SuspendedBy.Count);
    }

    [Fact]
    public void Of_several_holds_the_last_decides()
    {
        var held = new Interventions(
            [new(Id.New(DateTimeOffset.UnixEpoch), "claim", Day("2033-01-01")), new(Id.New(DateTimeOffset.UnixEpoch), "law", Day("2032-01-01"))]);

        var why = Rules.ContactMessage(Day("2026-11-22"), held, Today);

        Assert.Equal(Day("2033-01-02"), why.DueOn);
        Assert.Equal(["law", "claim"], why.SuspendedBy.Select(suspension => suspension.Reason));
    }

    [Fact]
    public void A_restriction_keeps_it_until_that_is_lifted()
    {
        var why = Rules.ContactMessage(Day("2020-01-01"), new([], RestrictedOn: Today), Today);

        Assert.Null(why.DueOn);
        Assert.False(why.IsDue(DateOnly.MaxValue));
        Assert.Equal("restriction", Assert.Single(why.SuspendedBy).Kind);
        Assert.True(Rules.ContactMessage(Day("2020-01-01"), Interventions.None, Today).IsDue(Today));
    }

    [Fact]
    public void An_erasure_request_overrides_deadline_and_restriction()
    {
        var why = Rules.Scan(
            new(Day("2026-01-05"), Day("2026-03-10"), null, ConsentAnswer.Yes),
            new([], RestrictedOn: Day("2026-04-01"), ErasureRequestedOn: Today), Today);

        Assert.Equal(("erasure", 0, Today, Today), (why.Rule, why.Margin, why.Deadline, why.DueOn));
        Assert.Empty(why.SuspendedBy);
        Assert.True(why.IsDue(Today));
    }

    [Fact]
    public void An_erasure_request_does_not_override_a_hold()
    {
        var why = Rules.ContactMessage(
            Today, new([new(Id.New(DateTimeOffset.UnixEpoch), "tax law", Day("2027-01-31"))], ErasureRequestedOn: Today), Today);

        Assert.Equal((Today, Day("2027-02-01")), (why.DestroyOn, why.DueOn));
        Assert.Equal("hold", Assert.Single(why.SuspendedBy).Kind);
    }

    [Fact]
    public void An_order_that_is_erased_does_not_wait_for_what_its_scans_were_promised()
    {
        var why = Rules.Order(
            Day("2026-01-04"), [Scan(answer: ConsentAnswer.Yes)], new([], ErasureRequestedOn: Today), Today);

        Assert.Equal(("erasure", Today), (why.Rule, why.DueOn));
    }

    private static Derivation Scan(string? shipped = null, string? cancelled = null, ConsentAnswer? answer = null, string? refused = null) => Rules.Scan(
        new(Day("2026-01-05"), DayOrNone(shipped), DayOrNone(cancelled), answer, RefusedOn: DayOrNone(refused)),
        Interventions.None, Today);

    private static DateOnly Day(string iso) => Amsterdam.Date(iso);

    private static DateOnly? DayOrNone(string? day) => day is null ? null : Day(day);
}
