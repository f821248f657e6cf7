using WelWee3D.Contact;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.PrivacyRequests;

/// <summary>
/// Restriction of processing (GDPR article 18): what is kept may only be stored, and stays until that is lifted. Both
/// ways can be repeated: what is so already is left as it is.
/// </summary>
public sealed class Restriction(SubjectRecords records, ContactMessages messages, OrderStore orders, TimeProvider clock)
{
    public Task<IReadOnlyList<Kept>> Impose(IReadOnlyList<string> subjects, CancellationToken cancellation) =>
        Set(subjects, clock.Today(), cancellation);

    public Task<IReadOnlyList<Kept>> Lift(IReadOnlyList<string> subjects, CancellationToken cancellation) =>
        Set(subjects, null, cancellation);

    private async Task<IReadOnlyList<Kept>> Set(IReadOnlyList<string> subjects, DateOnly? on, CancellationToken cancellation)
    {
        var items = await records.Find(subjects, cancellation);
        foreach (var item in items)
            await Set(item, on, cancellation);
        return await records.Describe(items, cancellation);
    }

    // Scans are restricted with their order.
    private Task Set(Item item, DateOnly? on, CancellationToken cancellation) => item.Kind switch
    {
        Kinds.Message => messages.Change(
            item.Id,
            message => Changes(message.RestrictedOn, on, message.ErasureRequestedOn) ? message with { RestrictedOn = on } : message,
            cancellation),
        Kinds.Order => orders.Change(
            item.Id,
            order => Changes(order.RestrictedOn, on, order.ErasureRequestedOn) ? order with { RestrictedOn = on } : order,
            cancellation),
        _ => Task.CompletedTask,
    };

    // A restriction keeps its first day, and an erasure that was asked for overrides it.
    private static bool Changes(DateOnly? before, DateOnly? after, DateOnly? erasureRequestedOn) =>
        erasureRequestedOn is null && before.HasValue != after.HasValue;
}
