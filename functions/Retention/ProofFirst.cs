using WelWee3D.Mail;

namespace WelWee3D.Retention;

/// <summary>
/// What has lost its parts, and would go with them, keeps an address until the letter about their proof is on its way. That is
/// sent at once, and not left to the timer; where it cannot be, the first sweep after its delivery takes the record.
/// </summary>
public sealed class ProofFirst(RecordKinds kinds, LetterDelivery delivery)
{
    /// <returns>The records as they then stand.</returns>
    public async Task<IReadOnlyList<KeptRecord>> Write(IReadOnlyList<KeptRecord> records, CancellationToken cancellation)
    {
        var standing = new List<KeptRecord>();
        foreach (var record in records)
            if (record.Retention.SuspendedBy.All(each => each.Kind != Suspension.Proof))
                standing.Add(record);
            else
            {
                await delivery.DeliverAbout(record.Item.Id, cancellation);
                standing.AddRange(await kinds.Of(record).Find([record.Item.Id], cancellation));
            }
        return standing;
    }
}
