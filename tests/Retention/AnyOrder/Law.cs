namespace WelWee3D.Tests.Retention.AnyOrder;

/// <summary>What can be done about a person, by herself, by those who work here, or by the clock.</summary>
public enum Step
{
    Hold,
    Release,
    Restrict,
    Lift,
    Consent,
    Withdraw,
    Erase,
    Sweep,
    RestoreOldCopy,
    Replay,
}

/// <summary>
/// What the law leaves of a person whose message, order and scan are all there, and of which message and scan have expired: a
/// hold goes before an erasure, that before a restriction, and that before expiry. Knows nothing of the app.
/// </summary>
/// <param name="Left">What is there.</param>
/// <param name="Destroyed">What ever went, which no copy may bring back.</param>
/// <param name="Erased">Of what there is, what she asked the erasure of, as far as its row knows.</param>
/// <param name="Asked">What she ever asked the erasure of, which no copy may make forgotten.</param>
internal sealed record Law(
    IReadOnlySet<string> Left, IReadOnlySet<string> Destroyed, IReadOnlySet<string> Erased, IReadOnlySet<string> Asked, bool Held, bool Restricted, bool Consented)
{
    public const string Message = "message";
    public const string Order = "order";
    public const string Scan = "scan";

    private static readonly HashSet<string> All = [Message, Order, Scan];

    public static readonly Law AtFirst = new(
        All, new HashSet<string>(), new HashSet<string>(), new HashSet<string>(), Held: false, Restricted: false, Consented: false);

    public Law After(Step step) => step switch
    {
        Step.Hold => this with { Held = Left.Contains(Order) },
        Step.Release => this with { Held = false },
        Step.Restrict => this with { Restricted = true },
        Step.Lift => this with { Restricted = false },
        // Staff do not use what may only be stored.
        Step.Consent => this with { Consented = Consented || !IsRestricted(Order) },
        Step.Withdraw => this with { Consented = Consented && IsRestricted(Order) },
        Step.Erase => (this with { Erased = Left, Asked = Asked.Union(Left).ToHashSet() }).Swept(Left),
        Step.Sweep => Swept(Left),
        Step.RestoreOldCopy => AtFirst with { Destroyed = Destroyed, Asked = Asked },
        Step.Replay => (this with { Left = Left.Except(Destroyed).ToHashSet(), Erased = Left.Intersect(Asked).ToHashSet() }).SweptOf(Asked),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>Whatever happened: after a copy was put back the ledger is replayed, and then comes the night.</summary>
    public Law InTheEnd() => After(Step.Replay).After(Step.Sweep);

    private Law SweptOf(IReadOnlySet<string> what) => Swept(Left.Intersect(what).ToHashSet());

    private Law Swept(IReadOnlySet<string> looked)
    {
        var goes = looked.Where(Goes).ToHashSet();
        // The order has to be there as long as its scan is.
        if (looked.Contains(Scan) && !goes.Contains(Scan))
            goes.Remove(Order);
        return this with { Left = Left.Except(goes).ToHashSet(), Destroyed = Destroyed.Union(goes).ToHashSet() };
    }

    private bool Goes(string what) => what switch
    {
        _ when Held && what != Message => false,
        _ when Erased.Contains(what) => true,
        _ when IsRestricted(what) => false,
        Scan => !Consented,
        Message => true,
        _ => false,
    };

    private bool IsRestricted(string what) => Restricted && !Erased.Contains(what);
}
