using Azure;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Telemetry;

namespace WelWee3D.Uploads;

public enum Completion
{
    Done,
    TurnLost,
    OrderIsGone,
    OrderIsOver,
    OrderRefuses,

    /// <summary>The order does not take it as things are, and may yet: what has come stays.</summary>
    Waits,

    /// <summary>The very same file is a scan of the order already.</summary>
    AlreadyKept,
}

/// <param name="Refusal">What it waits for.</param>
public readonly record struct Completed(Completion Completion, Refusal? Refusal = null);

/// <summary>
/// Files on their way in: a row each, and blocks in the scans container until the last byte has come. Who changes an
/// upload holds its turn, except to make it.
/// </summary>
public sealed class UploadStore(
    StorageAccounts accounts, DueIndex due, SubjectIndex subjects, OrderStore orders, TwinFiles twins, PartialUploads partials, RetentionRules rules, Measures measures,
    TimeProvider clock)
{
    public const string TableName = "Uploads";

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);
    private readonly UploadBlocks blocks = new(accounts);

    /// <param name="order">The one that the metadata names: whoever it is about, the upload is about.</param>
    /// <param name="length">Null where it is told later.</param>
    public Upload Begin(Order? order, UploadMetadata metadata, long? length, Concatenation? concatenation = null)
    {
        var now = clock.GetUtcNow();
        var (isPartial, parts) = concatenation ?? Concatenation.None;
        var (id, today) = (Id.New(now), Amsterdam.DateOf(now));
        return new Upload
        {
            Id = id,
            OrderId = order?.Id,
            Subjects = order is null ? [] : orders.SubjectsOf(order),
            FileName = isPartial ? "" : metadata.FileName,
            ScannedOn = metadata.ScannedOn ?? today,
            Length = length,
            BlobName = Upload.NameBlob(id, isPartial ? "" : metadata.FileName),
            Metadata = metadata.Header,
            Again = metadata.Again,
            DestroysNow = metadata.DestroysNow,
            IsPartial = isPartial,
            Parts = parts,
            CreatedOn = today,
            Due = DueRow.First(
                rules.Apply(RetentionSchedule.UnfinishedUpload, today, Interventions.None, today).DueOn, new(Upload.Kind, id)),
        };
    }

    public async Task<Upload> Add(Upload upload, CancellationToken cancellation)
    {
        await due.Put(upload.Due, cancellation);
        await subjects.Add(upload.Subjects, upload.Due.Item, cancellation);
        return upload with { Version = await table.Add(UploadRows.Row(upload), cancellation) };
    }

    /// <exception cref="UnreadableException">After the last, with those that cannot be read.</exception>
    public IAsyncEnumerable<Upload> All(CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(cancellationToken: cancellation).Readable(Read);

    public async Task<Upload?> Find(Id id, CancellationToken cancellation) =>
        await table.Find(id.ToString(), UploadRows.RowKey, cancellation) is { } row ? Read(row) : null;

    public async Task<Progress> Progress(Upload upload, CancellationToken cancellation)
    {
        if (upload.IsComplete)
            return new(upload.Length!.Value, 0);
        var staged = await blocks.Look(upload, cancellation);
        return new(
            staged.IsCommitted ? upload.Length!.Value : Block.Run(staged.Blocks, upload.Attempt).Sum(block => block.Length),
            staged.Blocks.Count);
    }

    /// <summary>Whether its bytes are a scan of its order: whoever made them one may have died before the row said so.</summary>
    public async Task<bool> IsScan(Upload upload, CancellationToken cancellation) =>
        upload.IsComplete
        || ((await blocks.Look(upload, cancellation)).IsCommitted && (await OrderOf(upload, cancellation))?.Scan(upload.Id) is not null);

    /// <summary>Begins an attempt at sending what comes after the offset; null while another has its turn, or it is being destroyed.</summary>
    /// <param name="sender">The account that sends: what it sent before, and is still thought to be sending, it has given up.</param>
    public Task<UploadTurn?> TakeTurn(Upload upload, long offset, bool counts, string? sender = null) =>
        UploadTurn.Take(table, clock, upload, upload.Attempt.Next(offset, counts), sender);

    internal async Task Stage(UploadTurn turn, long offset, int length, byte[] bytes)
    {
        await blocks.Stage(turn.Upload, new Block(offset, turn.Upload.Attempt.Number, length), bytes, CancellationToken.None);
        measures.BytesReceived(length);
    }

    /// <summary>
    /// Makes the upload a scan of its order, once all bytes are there. Each step can be repeated: whoever asks next
    /// about an upload whose completion was cut short completes it. What its order does not take is condemned. Whatever happened to its order since it was begun, what
    /// would go within days is told first.
    /// </summary>
    public async Task<Completed> Complete(UploadTurn turn)
    {
        if (!await turn.BeginCompletion())
            return new(Completion.TurnLost);
        var upload = turn.Upload;
        var ruling = await orders.ChangeAlsoRestricted(
            upload.OrderId!.Value, order => Admission.Arrived(order, upload.Scan()), upload.DestroysNow, CancellationToken.None);
        return ruling?.Refusal is { } refusal ? new(Completion.Waits, refusal) : new(await Complete(turn, ruling?.Order));
    }

    private async Task<Completion> Complete(UploadTurn turn, Order? order)
    {
        var upload = turn.Upload;
        if (order?.Scan(upload.Id) is not null)
        {
            if (await blocks.Look(upload, CancellationToken.None) is { IsCommitted: false } staged)
                await blocks.Commit(upload, Block.Run(staged.Blocks, upload.Attempt), CancellationToken.None);

            // To read files takes its time.
            await turn.Renew();
            if (await twins.IsKept(upload, order, CancellationToken.None))
            {
                await orders.Change(order.Id, order => Admission.TakeBack(order, upload.Id), CancellationToken.None);
                await turn.Condemn();
                return Completion.AlreadyKept;
            }
            // Destroyed while it became a blob: then nobody else will look for that blob.
            order = await orders.Find(order.Id, CancellationToken.None);
            if (order?.Scan(upload.Id) is not null)
            {
                await turn.Complete();
                await partials.Absorb(upload, CancellationToken.None);
                return Completion.Done;
            }
        }
        await turn.Condemn();
        return order switch
        {
            null => Completion.OrderIsGone,
            _ when Admission.IsOver(order) => Completion.OrderIsOver,
            _ => Completion.OrderRefuses,
        };
    }

    /// <summary>
    /// Whether a turn was lost because the upload is being destroyed, or is gone. What was staged in the meantime goes
    /// too, for nobody else will look for it.
    /// </summary>
    public async Task<bool> IsDestroyed(UploadTurn lost)
    {
        if (await Find(lost.Upload.Id, CancellationToken.None) is { IsCondemned: false })
            return false;
        if (await blocks.Look(lost.Upload, CancellationToken.None) is { IsCommitted: false })
            await blocks.Discard(lost.Upload, CancellationToken.None);
        return true;
    }

    /// <summary>Not a byte of it counts any more, whoever is sending: it is to be destroyed.</summary>
    /// <returns>False while it is being made a scan, or destroyed by somebody else: to be asked again.</returns>
    public async Task<bool> Condemn(Upload upload, CancellationToken cancellation)
    {
        await using var turn = await TakeFrom(upload, cancellation);
        return turn is not null || await Find(upload.Id, cancellation) is null;
    }

    /// <inheritdoc cref="UploadBlocks.Describe"/>
    public Task<IReadOnlyList<DestroyedFile>> Describe(Upload upload, CancellationToken cancellation) => blocks.Describe(upload, cancellation);

    /// <summary>
    /// Takes an upload away with all that has come of it, whoever is sending bytes of it: it is condemned first, which
    /// needs nobody's turn, and what is written after that is refused. One that is complete loses its row only: what it
    /// brought is a scan, with deadlines of its own.
    /// </summary>
    /// <returns>False while it is being made a scan, or destroyed by somebody else: to be asked again.</returns>
    public async Task<bool> Discard(Upload upload, CancellationToken cancellation)
    {
        await using var turn = await TakeFrom(upload, cancellation);
        if (turn is null && await Find(upload.Id, cancellation) is not null)
            return false;
        if (turn is null)
        {
            await RemoveIndexRows(upload, cancellation);
            return true;
        }
        upload = turn.Upload;
        var order = await OrderOf(upload, cancellation);
        if (order is not null && !upload.IsComplete && !(await blocks.Look(upload, cancellation)).IsCommitted)
            order = await orders.Change(order.Id, order => Admission.TakeBack(order, upload.Id), cancellation);
        await Remove(turn, order);
        return true;
    }

    /// <summary>Who sends writes to the row now and then: as long as that is all that has changed, it is tried again.</summary>
    private async Task<UploadTurn?> TakeFrom(Upload upload, CancellationToken cancellation)
    {
        for (Upload? found = upload; found is not null && found.IsComplete == upload.IsComplete; found = await Find(upload.Id, cancellation))
        {
            if (await UploadTurn.Condemn(table, clock, found) is { } turn)
                return turn;
            if (!found.MakesWay && found.LockedUntil > clock.GetUtcNow())
                return null;
        }
        return null;
    }

    private async Task<Order?> OrderOf(Upload upload, CancellationToken cancellation) =>
        upload.OrderId is { } order ? await orders.Find(order, cancellation) : null;

    private static Upload Read(TableEntity row) => row.Read(Upload.Kind, UploadRows.Read);

    private async Task Remove(UploadTurn turn, Order? order)
    {
        var upload = turn.Upload;
        if (!upload.IsComplete && order?.Scan(upload.Id) is null)
            await blocks.Discard(upload, CancellationToken.None);
        await table.DeleteEntityAsync(upload.Id.ToString(), UploadRows.RowKey, ETag.All, CancellationToken.None);
        await RemoveIndexRows(upload, CancellationToken.None);
    }

    private async Task RemoveIndexRows(Upload upload, CancellationToken cancellation)
    {
        await subjects.Remove(upload.Subjects, upload.Due.Item, cancellation);
        await due.Remove(upload.Due, cancellation);
    }
}

/// <summary>How far an upload has come.</summary>
/// <param name="Blocks">How many blocks are staged, those that do not count included.</param>
public readonly record struct Progress(long Offset, int Blocks);
