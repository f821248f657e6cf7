namespace WelWee3D.Tests.Orders;

public sealed class OrderRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1));
    private static readonly DateOnly Opened = new(2026, 11, 10);
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("2000-01-01")]
    [InlineData("2026-11-09")]
    [InlineData("2026-11-22")]
    public void An_order_can_be_shipped_until_today_also_one_from_before_this_system(string on) =>
        Assert.Equal(Date(on), OrderRules.Ship(Order(), Date(on), Today).Order!.ShippedOn);

    [Theory]
    [InlineData("1999-12-31", "shippedOn", "Must not be before 2000-01-01.")]
    [InlineData("2026-11-23", "shippedOn", "Must not be in the future.")]
    public void A_figurine_is_shipped_neither_before_there_was_a_practice_nor_in_the_future(string on, string field, string message)
    {
        var refusal = Assert.IsType<Refusal.Invalid>(OrderRules.Ship(Order(), Date(on), Today).Refusal);
        Assert.Equal([(field, message)], refusal.Problems);
    }

    [Theory]
    [InlineData("1999-12-31")]
    [InlineData("2026-11-23")]
    public void An_order_is_cancelled_neither_before_there_was_a_practice_nor_in_the_future(string on) =>
        Assert.IsType<Refusal.Invalid>(OrderRules.Cancel(Order(), Date(on), Today).Refusal);

    [Fact]
    public void Shipping_or_cancelling_again_on_the_same_day_changes_nothing()
    {
        var shipped = Order() with { ShippedOn = Opened };
        var cancelled = Order() with { CancelledOn = Opened };

        Assert.Same(shipped, OrderRules.Ship(shipped, Opened, Today).Order);
        Assert.Same(cancelled, OrderRules.Cancel(cancelled, Opened, Today).Order);
    }

    [Fact]
    public void What_was_shipped_is_not_shipped_again_or_cancelled()
    {
        var shipped = Order() with { ShippedOn = Opened };

        Assert.Equal(
            new Refusal.Conflict("shippedOn", "The figurine was shipped on 2026-11-10 already."),
            OrderRules.Ship(shipped, Today, Today).Refusal);
        Assert.Equal(
            new Refusal.Conflict("cancelledOn", "The figurine was shipped on 2026-11-10."),
            OrderRules.Cancel(shipped, Today, Today).Refusal);
    }

    [Fact]
    public void What_was_cancelled_is_not_cancelled_again_or_shipped()
    {
        var cancelled = Order() with { CancelledOn = Opened };

        Assert.Equal("cancelledOn", Assert.IsType<Refusal.Conflict>(OrderRules.Cancel(cancelled, Today, Today).Refusal).Field);
        Assert.Equal("shippedOn", Assert.IsType<Refusal.Conflict>(OrderRules.Ship(cancelled, Today, Today).Refusal).Field);
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

        Assert.IsType<Refusal.Conflict>(OrderRules.PlaceHold(full, Hold("2027-01-01"), Today).Refusal);
    }

    private static Order Order() => Make.Order(Amsterdam.StartOf(Opened));

    private static ConsentGiven Given(ConsentAnswer answer, string version = "2026-11") =>
        Make.Consent(Now, answer, version);

    private static Hold Hold(string until) => Make.Hold(Now, Date(until));

    private static DateOnly Date(string iso) => Amsterdam.Date(iso);
}
