namespace WelWee3D.Orders;

/// <summary>What a rule says about an order: how it is to be from now on, or why not.</summary>
public sealed record Ruling
{
    private Ruling(Order? order, Refusal? refusal) => (Order, Refusal) = (order, refusal);

    public Order? Order { get; }

    /// <summary>Look here first; it is null when there is an order.</summary>
    public Refusal? Refusal { get; }

    public static implicit operator Ruling(Order order) => new(order, null);

    public static implicit operator Ruling(Refusal refusal) => new(null, refusal);
}
