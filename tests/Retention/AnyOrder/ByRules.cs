namespace WelWee3D.Tests.Retention.AnyOrder;

/// <summary>A person's message and order as the pure rules have them, without storage: what is due is gone after a sweep.</summary>
internal sealed record ByRules
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly RetentionRules Rules = new(recoveryDays: 7);

    private Interventions Message { get; init; } = Interventions.None;

    private Order Order { get; init; } = Make.Order(Now) with
    {
        OpenedOn = Today.AddMonths(-4), ShippedOn = Today.AddMonths(-3), Scans = [Make.Scan(Now.AddMonths(-4))],
    };

    public IReadOnlySet<string> Left { get; private init; } = new HashSet<string> { Law.Message, Law.Order, Law.Scan };

    public ByRules After(Step step) => step switch
    {
        Step.Hold => With(order => OrderRules.PlaceHold(order, Make.Hold(Now, Today.AddYears(1)), Today)),
        Step.Release => this with { Order = Order with { Holds = [] } },
        Step.Restrict => Decided(Decision.Restrict),
        Step.Lift => Decided(Decision.LiftRestriction),
        Step.Consent => Used(order => OrderRules.Consent(order, Make.Consent(Now))),
        Step.Withdraw => Used(order => OrderRules.Consent(order, Make.Consent(Now, ConsentAnswer.Withdrawn))),
        Step.Erase => Decided(Decision.Erase).Swept(),
        Step.Sweep => Swept(),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private ByRules Decided(Decision decision) => this with
    {
        Message = Message.After(decision, Today),
        Order = Order.With(Order.Interventions.After(decision, Today)),
    };

    private ByRules With(Func<Order, Ruling> rule) => rule(Order).Order is { } after ? this with { Order = after } : this;

    private ByRules Used(Func<Order, Ruling> rule) => OrderRules.Restricted(Order) is null || Order.ErasureRequestedOn is not null ? With(rule) : this;

    private ByRules Swept()
    {
        var left = Left.ToHashSet();
        if (Rules.Apply(RetentionSchedule.ContactMessage, Today.AddYears(-6), Message, Today).IsDue(Today))
            left.Remove(Law.Message);
        var order = Order;
        if (order.Scans is [var scan] && order.Retention(scan, Rules, Today).IsDue(Today))
        {
            left.Remove(Law.Scan);
            order = order.Without(scan.Id);
        }
        if (order.Scans.Count == 0 && order.Retention(Rules, Today).IsDue(Today))
            left.Remove(Law.Order);
        return this with { Left = left, Order = order };
    }
}
