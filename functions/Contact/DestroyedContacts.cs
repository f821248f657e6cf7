using WelWee3D.Retention;

namespace WelWee3D.Contact;

/// <summary>Knows what was destroyed: a message does not come back under its id when its request does.</summary>
public sealed class DestroyedContacts(Ledger ledger, ContactMessages messages, ContactSuspects suspects)
{
    /// <summary>The first of these that there was once; null when there was none of them.</summary>
    public async Task<Id?> Among(IEnumerable<Id> ids, CancellationToken cancellation)
    {
        foreach (var id in ids)
            foreach (var (kind, batch) in new[] { (ContactMessages.Kind, messages.BatchOf(id)), (ContactSuspects.Kind, suspects.BatchOf(id)) })
                if (await ledger.OfBatch(kind, batch, cancellation).AnyAsync(line => line.Line.Items.Any(item => item.Id == id), cancellation))
                    return id;
        return null;
    }
}
