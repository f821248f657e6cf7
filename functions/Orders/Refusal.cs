using WelWee3D.Http;
using WelWee3D.Retention;

namespace WelWee3D.Orders;

/// <summary>Why something cannot be done to an order.</summary>
public abstract record Refusal
{
    private Refusal()
    {
    }

    /// <summary>What was asked can never be right for this order.</summary>
    public sealed record Invalid(Problems Problems) : Refusal
    {
        public Invalid(string field, string message)
            : this(new Problems { { field, message } })
        {
        }

        /// <summary>Some of its fields are not even of the right type.</summary>
        public bool IsUnreadable { get; init; }
    }

    /// <summary>What was asked goes against what has happened to the order already.</summary>
    public sealed record Conflict(string Field, string Message) : Refusal;

    /// <summary>The order does not have it.</summary>
    public sealed record Missing(string What) : Refusal;

    /// <summary>Something would be destroyed because of it, within days or past taking back, and nobody said that they know.</summary>
    public sealed record DestroysSoon(IReadOnlyList<KeptRecord> Records) : Refusal;

    /// <summary>The order is no longer the one that the caller saw.</summary>
    public sealed record Stale : Refusal;
}
