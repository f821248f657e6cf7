namespace WelWee3D.Orders;

/// <summary>What is kept beside an order and is about whoever the order is about.</summary>
public interface IOrderFollower
{
    /// <summary>Told before an order is about others than it was, and each week whom it is about. Can be repeated.</summary>
    /// <returns>Whether anything was about others until now.</returns>
    Task<bool> Follow(Order order, IReadOnlyList<string> former, IReadOnlyList<string> present, CancellationToken cancellation);
}
