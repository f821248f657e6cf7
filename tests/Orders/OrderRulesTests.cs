namespace WelWee3D.Tests.Orders;

public sealed class OrderRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1));
    private static readonly DateOnly Opened = new(2026, 11, 10);
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Act Asks = Make.Act(Now, "A typing error");

    [Theory]
    [InlineData("2026-11-10")]
    [InlineData("2026-11-22")]
    public void An_order_is_shipped_or_cancelled_from_the_day_it_was_opened_until_today(string on)
    {
        Assert.Equal(Date(on), OrderRules.Ship(Order(), Date(on), Asks).Order!.ShippedOn);
        Assert.Equal(Date(on), OrderRules.Cancel(Order(), Date(on), Asks).Order!.CancelledOn);
    }

    [Theory]
    [InlineData("2025-11-22")]
    [InlineData("2026-11-09")]
    [InlineData("2026-11-23")]
    public void And_on_no_other_day(string on)
    {
        Assert.Equal("shippedOn", Field(OrderRules.Ship(Order(), Date(on), Asks)));
        Assert.Equal("cancelledOn", Field(OrderRules.Cancel(Order(), Date(on), Asks)));
    }

    [Theory]
    [InlineData("2026-11-10", "2026-11-11", false)]
    [InlineData("2026-11-11", "2026-11-11", true)]
    [InlineData("2026-11-12", "2026-11-11", true)]
    public void A_figurine_is_not_shipped_before_the_scan_it_was_made_from(string on, string scannedOn, bool isPossible)
    {
        var scan = Make.Scan(Now) with { ScannedOn = Date(scannedOn) };
        var order = Order() with { Scans = [scan, scan with { Id = Id.New(Now), ScannedOn = Today }] };

        Assert.Equal(isPossible, OrderRules.Ship(order, Date(on), Asks).Order is not null);
        Assert.Equal(isPossible, OrderRules.NotMade(order with { ShippedOn = Date(on) }, "scannedOn") is null);
    }

    [Fact]
    public void Once_its_erasure_was_asked_for_nobody_is_given_anything_of_it_though_a_hold_keeps_it()
    {
        var scan = Make.Scan(Now) with { Facts = new("00", 684, ScanFormat.Stl, 12, 36, null, "mm", [], null) };
        var given = new Disclosure(Id.New(Now), "PRINTER", "De drukker", "Beeldjes printen", [scan.Id], [], Today, new(ScanFormat.Stl, 684, null));
        var order = Order() with { Scans = [scan], Disclosures = [given], Holds = [Make.Hold(Now, Today.AddYears(1))] };
        var erased = order with { ErasureRequestedOn = Today };
        var another = given with { Id = Id.New(Now), Recipient = "KOERIER" };

        Assert.All(
            [OrderRules.GivePrintCopy(order, scan.Id, another), OrderRules.PrintCopySent(order, scan.Id, given, "00"), OrderRules.Disclose(order, another)],
            ruling => Assert.NotNull(ruling.Order));
        Assert.All(
            [OrderRules.GivePrintCopy(erased, scan.Id, given), OrderRules.PrintCopySent(erased, scan.Id, given, "00"), OrderRules.Disclose(erased, another)],
            ruling => Assert.Equal("erasureRequestedOn", Assert.IsType<Refusal.Conflict>(ruling.Refusal).Field));
        Assert.Same(erased, OrderRules.Disclose(erased, given).Order);
    }

    [Fact]
    public void Shipping_or_cancelling_again_on_the_same_day_changes_nothing()
    {
        var shipped = Order() with { ShippedOn = Opened };
        var cancelled = Order() with { CancelledOn = Opened };

        Assert.Same(shipped, OrderRules.Ship(shipped, Opened, Asks).Order);
        Assert.Same(cancelled, OrderRules.Cancel(cancelled, Opened, Asks).Order);
    }

    [Fact]
    public void On_another_day_corrects_it_and_keeps_what_it_was_who_and_why()
    {
        var shipped = OrderRules.Ship(Order() with { ShippedOn = Opened }, Today, Asks).Order!;
        var neither = OrderRules.Cancel(Order() with { CancelledOn = Opened }, null, Asks).Order!;

        Assert.Equal(Today, shipped.ShippedOn);
        Assert.Equal([new("shippedOn", Opened, Now, "staff", "A typing error")], shipped.History);
        Assert.Null(neither.CancelledOn);
        Assert.Equal([new("cancelledOn", Opened, Now, "staff", "A typing error")], neither.History);
    }

    /// <summary>An order of before is entered with its scan, and then with what happened to it.</summary>
    [Theory]
    [InlineData("2026-10-01", "2026-10-20", true)]
    [InlineData("2026-10-01", "2026-09-30", false)]
    [InlineData(null, "2026-10-20", false)]
    [InlineData("2026-11-10", "2026-10-20", false)]
    public void A_date_before_it_was_opened_is_taken_where_a_scan_was_made_before_that_too(string? scannedOn, string on, bool isPossible)
    {
        var order = Order();
        if (scannedOn is not null)
            order = order with { Scans = [Make.Scan(Now) with { ScannedOn = Date(scannedOn) }] };

        Assert.Equal(isPossible ? Date(on) : null, OrderRules.Ship(order, Date(on), Asks).Order?.ShippedOn);
        Assert.Equal(isPossible ? Date(on) : null, OrderRules.Cancel(order, Date(on), Asks).Order?.CancelledOn);
    }

    [Fact]
    public void A_date_because_of_which_a_scan_was_destroyed_stands()
    {
        var settled = Order() with { ShippedOn = Opened, SettledOn = Today };

        Assert.Equal("shippedOn", Assert.IsType<Refusal.Conflict>(OrderRules.Ship(settled, Today, Asks).Refusal).Field);
        Assert.Equal("shippedOn", Assert.IsType<Refusal.Conflict>(OrderRules.Ship(settled, null, Asks).Refusal).Field);
    }

    [Fact]
    public void What_was_shipped_is_not_cancelled_and_what_was_cancelled_not_shipped()
    {
        Assert.Equal(
            new Refusal.Conflict("cancelledOn", "The figurine was shipped on 2026-11-10."),
            OrderRules.Cancel(Order() with { ShippedOn = Opened }, Today, Asks).Refusal);
        Assert.Equal(
            new Refusal.Conflict("shippedOn", "The order was cancelled on 2026-11-10."),
            OrderRules.Ship(Order() with { CancelledOn = Opened }, Today, Asks).Refusal);
    }

    [Theory]
    [InlineData("2026-11-21", false)]
    [InlineData("2026-11-22", true)]
    [InlineData("2076-11-22", true)]
    [InlineData("2076-11-23", false)]
    [InlineData("9999-12-31", false)]
    public void A_hold_ends_within_fifty_years(string until, bool isPossible) =>
        Assert.Equal(isPossible, OrderRules.PlaceHold(Order(), Make.Hold(Now, Date(until)), Today).Order is not null);

    [Theory]
    [InlineData("2000-01-01", true)]
    [InlineData("1999-12-31", false)]
    [InlineData("2026-11-11", true)]
    [InlineData("2026-11-12", false)]
    public void When_it_was_opened_is_set_right_until_the_day_it_was_shipped(string on, bool isPossible)
    {
        var ruling = OrderRules.Open(Order() with { ShippedOn = new(2026, 11, 11) }, Date(on), Asks);

        Assert.Equal(isPossible ? Date(on) : null, ruling.Order?.OpenedOn);
    }

    [Fact]
    public void The_same_answer_twice_is_one_answer()
    {
        var once = OrderRules.Consent(Order(), Given(ConsentAnswer.Yes)).Order!;

        Assert.Same(once, OrderRules.Consent(once, Given(ConsentAnswer.Yes)).Order);
    }

    [Fact]
    public void Answers_of_one_moment_keep_the_order_in_which_they_were_given()
    {
        var order = Order();
        for (var i = 0; i < 20; i++)
            order = OrderRules.Consent(order, Given(i % 2 == 0 ? ConsentAnswer.Yes : ConsentAnswer.Withdrawn)).Order!;

        Assert.Equal(20, order.Consents.Count);
        Assert.Equal(order.Consents.OrderBy(given => given.Id), order.Consents);
        Assert.Equal(ConsentAnswer.Withdrawn, order.Answer(Purpose.KeepScan)!.Answer);
    }

    [Fact]
    public void An_order_that_is_full_of_answers_still_takes_each_withdrawal_once()
    {
        var order = Order() with
        {
            Consents = [.. Enumerable.Range(0, OrderRules.MostAnswers).Select(i => Given(ConsentAnswer.Yes, $"v{i}"))],
        };

        foreach (var purpose in Enum.GetValues<Purpose>())
        {
            Assert.Equal("answer", Refused(Given(ConsentAnswer.No) with { Purpose = purpose }));
            order = OrderRules.Consent(order, Given(ConsentAnswer.Withdrawn) with { Purpose = purpose }).Order!;
            Assert.Equal("answer", Refused(Given(ConsentAnswer.Withdrawn, "other") with { Purpose = purpose }));
        }
        Assert.Equal(OrderStore.MostConsents, order.Consents.Count);

        string Refused(ConsentGiven given) =>
            Assert.IsType<Refusal.Conflict>(OrderRules.Consent(order, given).Refusal).Field;
    }

    [Theory]
    [InlineData("2026-11-21", false)]
    [InlineData("2026-11-22", true)]
    [InlineData("2036-01-01", true)]
    public void A_hold_lasts_until_today_at_least(string until, bool possible) =>
        Assert.Equal(possible, OrderRules.PlaceHold(Order(), Hold(until), Today).Refusal is null);

    [Fact]
    public void A_hold_is_placed_once_and_lifted_once()
    {
        var hold = Hold("2027-01-01");
        var held = OrderRules.PlaceHold(Order(), hold, Today).Order!;
        var lifted = OrderRules.LiftHold(held, hold.Id).Order!;

        Assert.Same(held, OrderRules.PlaceHold(held, hold, Today).Order);
        Assert.Equal([hold], held.Holds);
        Assert.Empty(lifted.Holds);
        Assert.Equal(new Refusal.Missing("hold"), OrderRules.LiftHold(lifted, hold.Id).Refusal);
    }

    [Fact]
    public void Holds_have_a_bound()
    {
        var full = Order() with { Holds = [.. Enumerable.Range(0, OrderStore.MostHolds).Select(_ => Hold("2027-01-01"))] };

        Assert.IsType<Refusal.Conflict>(OrderRules.PlaceHold(full, Hold("2027-01-02"), Today).Refusal);
    }

    private static Order Order() => Make.Order(Amsterdam.StartOf(Opened));

    private static ConsentGiven Given(ConsentAnswer answer, string version = "2026-11") =>
        Make.Consent(Now, answer, version);

    private static Hold Hold(string until) => Make.Hold(Now, Date(until));

    private static DateOnly Date(string iso) => Amsterdam.Date(iso);

    private static string Field(Ruling ruling) => Assert.Single(Assert.IsType<Refusal.Invalid>(ruling.Refusal).Problems).Field;
}
