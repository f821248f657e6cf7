using Azure;
using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Orders;

/// <summary>Orders in Table storage: a partition each, written whole or not at all.</summary>
public sealed class OrderStore(
    StorageAccounts accounts, DueIndex due, OrderIndexes indexes, RetentionRules rules, TimeProvider clock)
{
    public const string TableName = "Orders";

    /// <summary>An entity group transaction holds a hundred rows: an order never has more, or it could not be written whole.</summary>
    public const int MostScans = 50;
    public const int MostHolds = 15;
    public const int MostConsents = 30;

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    /// <summary>A new order, before it is stored.</summary>
    /// <param name="destroysNow">Whether one may be opened that is destroyed within days.</param>
    public Ruling Draft(Id id, Client client, DateOnly? openedOn, bool destroysNow, int? heightInMillimetres = null) =>
        Foretold(null, WithDue(DraftOf(id, client, openedOn, heightInMillimetres)), destroysNow);

    /// <summary>An order to which more is to happen before it is stored: only <see cref="WithDue"/> gives it the row that stands for it.</summary>
    /// <param name="openedOn">Null is the day of its id.</param>
    public Order DraftOf(Id id, Client client, DateOnly? openedOn, int? heightInMillimetres) => new()
    {
        Id = id, Client = client, OpenedOn = openedOn ?? Amsterdam.DateOf(id.MadeAt), HeightInMillimetres = heightInMillimetres, UsedOn = clock.Today(), Due = DueRow.First(null, new(Order.Kind, id)),
    };

    public Order WithDue(Order draft) => draft with { Due = DueRow.First(draft.NextDue(rules, clock.Today()), draft.Due.Item) };

    /// <summary>Adds an order with the answers that were given before.</summary>
    /// <returns>False when there is one under its id already.</returns>
    public async Task<bool> TryAdd(Order order, CancellationToken cancellation)
    {
        await Task.WhenAll(due.Put(order.Due, cancellation), indexes.Add(order, cancellation));
        return await Write(Changes(order with { Consents = [] }, order), new(TableTransactionActionType.Add, OrderRows.Row(order)), cancellation);
    }

    public async Task<Order?> Find(Id id, CancellationToken cancellation) => (await Load(id, cancellation)).Order;

    /// <param name="change">Pure; returns its argument when nothing changes.</param>
    /// <returns>The order as it now stands; null when there is none.</returns>
    public async Task<Order?> Change(Id id, Func<Order, Order> change, CancellationToken cancellation) =>
        (await Change(id, order => (Ruling)change(order), cancellation))?.Order;

    /// <summary>
    /// Changes an order in the daily work of staff: not while it is restricted, nor when something would be destroyed within
    /// days because of it, and nobody says that they know.
    /// </summary>
    public Task<Ruling?> Change(Id id, Func<Order, Ruling> decide, bool destroysNow, CancellationToken cancellation) =>
        ChangeAlsoRestricted(id, order => OrderRules.Restricted(order) is { } restricted ? restricted : decide(order), destroysNow, cancellation);

    /// <summary>The same, also while it is restricted.</summary>
    public Task<Ruling?> ChangeAlsoRestricted(Id id, Func<Order, Ruling> decide, bool destroysNow, CancellationToken cancellation) =>
        Change(id, order => Used(order, Foretold(order, decide(order), destroysNow)), cancellation);

    /// <summary>Remembers that people looked at an order, or at a scan of it: whoever did so lately may want to keep it.</summary>
    public async Task Use(Order order, CancellationToken cancellation)
    {
        var today = clock.Today();
        if (order.UsedOn != today)
            await table.TryUpdate(
                new(order.Id.ToString(), OrderRows.OrderRow) { [nameof(Order.UsedOn)] = today.Iso() }, ETag.All, cancellation, TableUpdateMode.Merge);
    }

    /// <summary>A ruling after which the order counts as used today.</summary>
    public Ruling Used(Order before, Ruling ruling) =>
        ruling.Order is { } after && !ReferenceEquals(before, after) ? after with { UsedOn = clock.Today() } : ruling;

    /// <summary>A ruling, or the refusal that tells what would be destroyed within days because of it.</summary>
    public Ruling Foretold(Order? before, Ruling ruling, bool destroysNow)
    {
        if (destroysNow || ruling.Order is not { } after)
            return ruling;
        var today = clock.Today();
        return Foresight.Sooner(before is null ? null : Kept(before, today), Kept(after, today), today) is { Count: > 0 } soon
            ? new Refusal.DestroysSoon(soon)
            : ruling;
    }

    /// <summary>A ruling that nothing takes back, or, where nobody says that they know, the refusal that tells when what it is about would go.</summary>
    public Ruling Foretold(Order before, Ruling ruling, Item about, bool destroysNow)
    {
        if (destroysNow || ruling.Order is not { } after)
            return ruling;
        var today = clock.Today();
        return new Refusal.DestroysSoon(Foresight.Decided(about, Kept(before, today), Kept(after, today), today));
    }

    /// <summary>
    /// Changes an order as it stands at that moment: when somebody else changed it meanwhile, the rule is asked
    /// again about what they left.
    /// </summary>
    /// <param name="decide">Pure; returns its argument when nothing changes.</param>
    /// <returns>The order as it now stands, or the refusal; null when there is no order.</returns>
    public async Task<Ruling?> Change(Id id, Func<Order, Ruling> decide, CancellationToken cancellation)
    {
        for (Order? lost = null; ;)
        {
            var (before, rows) = await Load(id, cancellation);
            var ruling = before is null ? null : decide(before);
            if (before is null || ruling?.Order is not { } after || ReferenceEquals(before, after))
            {
                await indexes.Retract(lost, before, cancellation);
                return ruling;
            }

            after = after.Readdressed(before) with { Due = before.Due.Next(after.NextDue(rules, clock.Today())) };
            var formerSubjects = await indexes.Add(before, after, cancellation);
            var update = new TableTransactionAction(TableTransactionActionType.UpdateReplace, OrderRows.Row(after), VersionOf(rows));
            if (!await due.Move(
                before.Due, after.Due, () => Write(Changes(before, after), update, cancellation),
                async () => (await Find(id, cancellation))?.Due, cancellation))
            {
                lost = after;
                continue;
            }
            await indexes.Remove(before, after, formerSubjects, cancellation);
            await indexes.Retract(lost, after, cancellation);
            return after;
        }
    }

    /// <summary>Deletes an order and all its rows, if it may go as it stands at that moment.</summary>
    /// <returns>False when it is there and may not; true when it is gone, now or before.</returns>
    public async Task<bool> Delete(Id id, Func<Order, bool> mayGo, CancellationToken cancellation)
    {
        for (var isUnfiled = false; ; isUnfiled = true)
        {
            var (order, rows) = await Load(id, cancellation);
            if (order is null)
                return true;
            if (!mayGo(order))
            {
                if (isUnfiled)
                    await indexes.File(order, cancellation);
                return false;
            }
            await indexes.Unfile(order, cancellation);
            // Also the rows that this version knows nothing of: they are the order's.
            var deletions = rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, row.ETag));
            if (await table.TryTransact([.. deletions], cancellation))
            {
                await indexes.Remove(order, cancellation);
                await due.Remove(order.Due, cancellation);
                return true;
            }
        }
    }

    /// <summary>Every order, as it is when the walk comes by.</summary>
    /// <exception cref="UnreadableException">After the last, with those that cannot be read.</exception>
    public IAsyncEnumerable<Order> All(CancellationToken cancellation) =>
        Partitions(cancellation).Readable(Read).Where(order => order is not null).Select(order => order!);

    /// <summary>An order, with its scans, as the engine looks at it.</summary>
    public KeptRecord Kept(Order order, DateOnly today)
    {
        var subjects = SubjectsOf(order);
        return new(order.Due.Item, order.Due, order.Retention(rules, today), subjects)
        {
            SearchTerms = indexes.TermsOf(order),
            IsOutdated = !ReferenceEquals(order.Client.Respelt(), order.Client),
            UsedOn = order.UsedOn,
            EnteredOn = order.EnteredOn(),
            Parts = [.. order.Scans.Select(scan => Kept(order, scan, subjects, today))],
        };
    }

    private KeptRecord Kept(Order order, Scan scan, IReadOnlyList<string> subjects, DateOnly today)
    {
        var retention = order.Retention(scan, rules, today);
        return new(new(Scan.Kind, scan.Id), order.Due, retention, subjects)
        {
            PartOf = order.Due.Item,
            IsBegun = scan.Destroying,
            UsedOn = order.UsedOn,
            EnteredOn = order.EnteredOn(scan, retention),
        };
    }

    public IReadOnlyList<string> SubjectsOf(Order order) => indexes.SubjectsOf(order);

    private async IAsyncEnumerable<IReadOnlyList<TableEntity>> Partitions([EnumeratorCancellation] CancellationToken cancellation)
    {
        var partition = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            if (partition is [var first, ..] && first.PartitionKey != row.PartitionKey)
            {
                yield return partition;
                partition = [];
            }
            partition.Add(row);
        }
        yield return partition;
    }

    private async Task<(Order? Order, IReadOnlyList<TableEntity> Rows)> Load(Id id, CancellationToken cancellation)
    {
        var rows = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.ToString()}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            rows.Add(row);
        return (Read(rows), rows);
    }

    private static Order? Read(IReadOnlyList<TableEntity> rows) =>
        rows.FirstOrDefault(row => row.RowKey == OrderRows.OrderRow) is { } row ? row.Read(Order.Kind, _ => OrderRows.Read(row, rows)) : null;

    private static ETag VersionOf(IEnumerable<TableEntity> rows) => rows.Single(row => row.RowKey == OrderRows.OrderRow).ETag;

    /// <returns>False when somebody else changed the order first.</returns>
    private Task<bool> Write(
        IEnumerable<TableTransactionAction> parts, TableTransactionAction order, CancellationToken cancellation) =>
        table.TryTransact([.. parts, order], cancellation);

    private static IEnumerable<TableTransactionAction> Changes(Order before, Order after) =>
    [
        .. Changes(before.Scans, after.Scans, scan => scan.Id, scan => OrderRows.Row(after.Id, scan)),
        .. Changes(before.Consents, after.Consents, consent => consent.Id, consent => OrderRows.Row(after.Id, consent)),
        .. Changes(before.Holds, after.Holds, hold => hold.Id, hold => OrderRows.Row(after.Id, hold)),
    ];

    private static IEnumerable<TableTransactionAction> Changes<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, Id> id, Func<T, TableEntity> row)
    {
        foreach (var gone in before.ExceptBy(after.Select(id), id))
            yield return new(TableTransactionActionType.Delete, row(gone), ETag.All);
        foreach (var written in after.Except(before))
            yield return new(TableTransactionActionType.UpsertReplace, row(written));
    }
}
