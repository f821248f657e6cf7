using System.Collections.Immutable;

namespace WelWee3D.Tests.Retention.AnyOrder;

/// <summary>
/// A person's message and order as the pure rules have them, without storage: what is due is gone after a sweep, and of what was
/// destroyed or asked to be the ledger knows, whatever comes back with a copy.
/// </summary>
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

    private ImmutableHashSet<string> Destroyed { get; init; } = [];

    private ImmutableHashSet<string> Asked { get; init; } = [];

    public IReadOnlySet<string> Left { get; private init; } = new HashSet<string> { Law.Message, Law.Order, Law.Scan };

    public ByRules After(Step step) => step switch
    {
        Step.Hold => With(order => OrderRules.PlaceHold(order, Make.Hold(Now, Today.AddYears(1)), Today)),
        Step.Release => this with { Order = Order with { Holds = [] } },
        Step.Restrict => Decided(Decision.Restrict),
        Step.Lift => Decided(Decision.LiftRestriction),
        Step.Consent => Used(order => OrderRules.Consent(order, Make.Consent(Now))),
        Step.Withdraw => Used(order => OrderRules.Consent(order, Make.Consent(Now, ConsentAnswer.Withdrawn))),
        Step.Erase => (Decided(Decision.Erase) with { Asked = Asked.Union(Left) }).Swept(Left),
        Step.Sweep => Swept(Left),
        Step.RestoreOldCopy => new() { Destroyed = Destroyed, Asked = Asked },
        Step.Replay => Replayed(),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private ByRules Decided(Decision decision) => this with
    {
        Message = Message.After(decision, Today),
        Order = Order.With(Order.Interventions.After(decision, Today)),
    };

    private ByRules With(Func<Order, Ruling> rule) => rule(Order).Order is { } after ? this with { Order = after } : this;

    private ByRules Used(Func<Order, Ruling> rule) => OrderRules.Restricted(Order) is null || Order.ErasureRequestedOn is not null ? With(rule) : this;

    /// <summary>What went goes again, and what was asked to go is asked again.</summary>
    private ByRules Replayed()
    {
        var left = Left.Except(Destroyed).ToHashSet();
        var asked = Asked.Intersect(left);
        return (this with
        {
            Left = left,
            Order = Asks(asked, Law.Order, Law.Scan) ? Order.With(Order.Interventions.After(Decision.Erase, Today)) : Order,
            Message = Asks(asked, Law.Message) ? Message.After(Decision.Erase, Today) : Message,
        }).WithoutGoneScan().Swept(asked);
    }

    private static bool Asks(IReadOnlySet<string> asked, params string[] any) => any.Any(asked.Contains);

    private ByRules WithoutGoneScan() => Left.Contains(Law.Scan) || Order.Scans is not [var scan] ? this : this with { Order = Order.Without(scan.Id) };

    private ByRules Swept(IReadOnlySet<string> looked)
    {
        var left = Left.ToHashSet();
        if (looked.Contains(Law.Message) && Rules.Apply(RetentionSchedule.ContactMessage, Today.AddYears(-6), Message, Today).IsDue(Today))
            left.Remove(Law.Message);
        var order = Order;
        if (looked.Contains(Law.Scan) && order.Scans is [var scan] && order.Retention(scan, Rules, Today).IsDue(Today))
        {
            left.Remove(Law.Scan);
            order = order.Without(scan.Id);
        }
        if (looked.Contains(Law.Order) && order.Scans.Count == 0 && order.Retention(Rules, Today).IsDue(Today))
            left.Remove(Law.Order);
        return this with { Left = left, Order = order, Destroyed = Destroyed.Union(Left.Except(left)) };
    }
}
