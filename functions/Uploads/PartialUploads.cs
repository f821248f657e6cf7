using WelWee3D.People;

namespace WelWee3D.Uploads;

/// <summary>The uploads that a final one joins: how they come to belong to it, and how their bytes go into it.</summary>
public sealed class PartialUploads(StorageAccounts accounts, SubjectIndex subjects)
{
    public const string ContainerName = "partial-uploads";

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(UploadStore.TableName);
    private readonly UploadBlocks blocks = new(accounts);

    /// <summary>From then on it belongs to the order of the final upload, and no other may join it.</summary>
    /// <returns>False when it was changed meanwhile.</returns>
    public async Task<bool> Bind(Upload partial, Upload final, CancellationToken cancellation)
    {
        if (partial.JoinedBy == final.Id)
            return true;
        await subjects.Add(final.Subjects, partial.Due.Item, cancellation);
        var bound = partial with { OrderId = final.OrderId, Subjects = final.Subjects, JoinedBy = final.Id };
        if (await table.TryUpdateOwn(UploadRows.Row(bound), partial.Version, cancellation) is not null)
            return true;
        var left = final.Subjects.Except((await Find(partial.Id, cancellation))?.Subjects ?? []);
        await subjects.Remove(left, partial.Due.Item, cancellation);
        return false;
    }

    /// <summary>The bytes of one, all of which have come, from a place on.</summary>
    public async Task<Stream> Open(Upload partial, long from, CancellationToken cancellation)
    {
        if (await blocks.Look(partial, cancellation) is { IsCommitted: false } staged)
            await blocks.Commit(partial, Block.Run(staged.Blocks, partial.Attempt), cancellation);
        return await blocks.Open(partial, from, cancellation);
    }

    /// <summary>The scan has their bytes now: what is left of them only tells that they are complete.</summary>
    public async Task Absorb(Upload final, CancellationToken cancellation)
    {
        foreach (var part in final.Parts)
            while (await Find(part, cancellation) is { IsComplete: false, IsCondemned: false } partial && partial.JoinedBy == final.Id)
            {
                await blocks.Discard(partial, cancellation);
                if (await table.TryUpdateOwn(UploadRows.Row(partial.Completed()), partial.Version, cancellation) is not null)
                    break;
            }
    }

    private async Task<Upload?> Find(Id id, CancellationToken cancellation) =>
        await table.Find($"{id}", UploadRows.RowKey, cancellation) is { } row ? row.Read(Upload.Kind, UploadRows.Read) : null;
}
