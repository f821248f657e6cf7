using WelWee3D.Storage;

namespace WelWee3D.Orders;

/// <summary>What is kept beside an order and is about whoever the order is about.</summary>
public interface IOrderFollower
{
    /// <summary>Told before an order is about others than it was. Can be repeated.</summary>
    Task Follow(Id order, IReadOnlyList<string> former, IReadOnlyList<string> present, CancellationToken cancellation);
}
