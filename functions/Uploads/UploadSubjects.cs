using WelWee3D.Orders;
using WelWee3D.People;

namespace WelWee3D.Uploads;

/// <summary>Uploads are about whoever their order is about, and follow it when that is set right.</summary>
public sealed class UploadSubjects(StorageAccounts accounts, SubjectIndex subjects) : IOrderFollower
{
    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(UploadStore.TableName);

    public async Task<bool> Follow(Order order, IReadOnlyList<string> former, IReadOnlyList<string> present, CancellationToken cancellation)
    {
        var hasFollowed = false;
        foreach (var subject in former)
            foreach (var item in (await subjects.Find(subject, cancellation)).Items.Where(item => item.Kind == Upload.Kind))
                hasFollowed |= await Follow(item.Id, order.Id, present, cancellation);
        return hasFollowed;
    }

    /// <summary>Whoever is sending loses their turn by it, and goes on in a new one.</summary>
    /// <returns>Whether it was about others until now.</returns>
    public async Task<bool> Follow(Id upload, Id order, IReadOnlyList<string> present, CancellationToken cancellation)
    {
        var item = new Item(Upload.Kind, upload);
        while (await Find(upload, cancellation) is { } found && found.OrderId == order && !found.Subjects.SequenceEqual(present))
        {
            await subjects.Add(present.Except(found.Subjects), item, cancellation);
            if (await table.TryUpdate(UploadRows.Row(found with { Subjects = present }), found.Version, cancellation) is null)
                continue;
            await subjects.Remove(found.Subjects.Except(present), item, cancellation);
            return true;
        }
        // Destroyed meanwhile: then nobody else knows of the rows that were to be its own.
        if (await Find(upload, cancellation) is null)
            await subjects.Remove(present, item, cancellation);
        return false;
    }

    private async Task<Upload?> Find(Id id, CancellationToken cancellation) =>
        await table.Find($"{id}", UploadRows.RowKey, cancellation) is { } row ? row.Read(Upload.Kind, UploadRows.Read) : null;
}
