using WelWee3D.Contact;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.PrivacyRequests;

/// <summary>Which records are about a person, and what is kept of them.</summary>
public sealed class SubjectRecords(
    SubjectIndex index, ContactMessages messages, OrderStore orders, IEnumerable<IDestroyer> destroyers)
{
    public async Task<IReadOnlyList<Item>> Find(IReadOnlyList<string> subjects, CancellationToken cancellation)
    {
        var items = new HashSet<Item>();
        foreach (var subject in subjects)
            foreach (var item in await index.Find(subject, cancellation))
                if (await IsAbout(item, subject, cancellation))
                    items.Add(item);
        return [.. items];
    }

    /// <summary>What is kept, and until when; the scans with their orders.</summary>
    public async Task<IReadOnlyList<Kept>> Describe(IReadOnlyList<Item> items, CancellationToken cancellation)
    {
        var kept = new List<Kept>();
        foreach (var destroyer in destroyers)
            if (items.Where(item => item.Kind == destroyer.DueKind).Select(item => item.Id).ToList() is { Count: > 0 } ids)
                kept.AddRange(await destroyer.Describe(ids, cancellation));
        return kept;
    }

    // The index may lead to a record that has another address by now; the record itself decides.
    private async Task<bool> IsAbout(Item item, string subject, CancellationToken cancellation) => item.Kind switch
    {
        Kinds.Message => await messages.Find(item.Id, cancellation) is { } message && messages.SubjectsOf(message).Contains(subject),
        Kinds.Order => await orders.Find(item.Id, cancellation) is { } order && orders.SubjectsOf(order).Contains(subject),
        _ => true,
    };
}
