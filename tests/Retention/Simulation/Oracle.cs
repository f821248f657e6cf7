using System.Collections.Concurrent;
using Azure.Storage.Blobs;

namespace WelWee3D.Tests.Retention.Simulation;

/// <summary>Looks into the storage itself, and says where it differs from what is promised.</summary>
internal sealed class Oracle(World world, Practice practice, GrowingChain chain)
{
    private readonly SeenTables seen = new(world.Storage, ["PartitionKey", "RowKey"]);

    // Read side by side.
    private readonly ConcurrentDictionary<string, List<string>> seenBlobs = [];

    /// <summary>Everything that holds data of people, and the new certificates: nothing too much, nothing too little.</summary>
    /// <remarks>A partition or container is read again whenever the app wrote to it since it was last read.</remarks>
    public async Task<IReadOnlyList<string>> Look()
    {
        var written = world.Storage.Written.Take();
        Forget(written);
        var messages = seen.Rows(ContactMessages.TableName);
        var orders = seen.Rows(OrderStore.TableName);
        var uploads = seen.Rows(UploadStore.TableName);
        var strays = seen.Rows(UnclaimedBlobs.TableName);
        var tasks = seen.Rows(DestructionTasks.TableName);
        var mail = seen.Rows(MailboxTasks.TableName);
        var requests = seen.Rows(RequestRegister.TableName);
        var answered = seen.Rows(AnsweredRequests.TableName);
        var quotes = seen.Rows(QuoteRegister.TableName);
        var events = seen.Rows(AuditEvents.TableName);
        var visits = seen.Rows(VisitCounts.TableName);
        var blobs = Blobs(world.Storage.Scans);
        var packages = Blobs(world.Storage.Exports);
        var certificates = chain.Follow(practice, hasGrown: written.Any(place => place.Name == Certificates.TableName));
        return
        [
            .. Compare(There<MessageOf>().Select(message => message.Id), (await messages).Select(row => row.RowKey), "message"),
            .. Compare(OrderRows(), (await orders).Select(row => (row.PartitionKey, row.RowKey)).Where(IsOrderOrScan), "row of order"),
            .. Compare([], (await orders).Select(row => row.PartitionKey).Except(There<OrderOf>().Select(order => order.Id)), "answer or hold of order"),
            .. Compare(There<UploadOf>().Select(upload => upload.Id), (await uploads).Select(row => row.PartitionKey), "upload"),
            .. Compare(There<StrayBlob>().Select(blob => blob.Id), (await strays).Select(row => row.PartitionKey), "unclaimed blob"),
            .. Compare(There<RequestOf>().Select(request => request.Id), (await requests).Select(row => row.PartitionKey), "privacy request"),
            .. Compare(There<AnsweredOf>().Select(request => request.Id), (await answered).Select(row => row.PartitionKey), "answered request"),
            .. Compare(There<QuoteOf>().Select(quote => quote.Id), (await quotes).Select(row => row.RowKey).Where(key => key != "last"), "quote"),
            .. Compare(There<AuditDayOf>().Select(day => day.CameOn.Iso()), (await events).Select(row => row.PartitionKey).Where(IsDay).Distinct(), "day of the audit"),
            .. Compare(There<VisitsOf>().Select(month => month.CameOn.Iso()[..7]), (await visits).Select(row => row.PartitionKey).Distinct(), "month of visits"),
            .. Compare(OpenTasks(), (await tasks).Select(row => row.RowKey), "destruction task"),
            .. Compare(OpenMail(), (await mail).Where(row => row.PartitionKey == "open").Select(row => row.RowKey), "mailbox task"),
            .. Compare(BlobNames(), await blobs, "blob"),
            .. Compare(There<ExportOf>().SelectMany(package => new[] { $"{package.Id}.zip", $"{package.Id}.contents" }), await packages, "export package"),
            .. await certificates,
        ];
    }

    /// <summary>The index rows: exactly those of what is there.</summary>
    public async Task<IReadOnlyList<string>> LookAtIndexes()
    {
        // The walk that comes before this may have taken away what was left of a night that failed.
        Forget(world.Storage.Written.Take());
        seen.ForgetAll();
        var due = seen.Rows(DueIndex.TableName);
        var subjects = seen.Rows(SubjectIndex.TableName);
        var scans = seen.Rows(ScanIndex.TableName);
        var list = seen.Rows(OrderList.TableName);
        var withDueRow = practice.Things.Where(thing => thing.IsThere && thing is not ScanOf).Select(Named);
        var withSubjects = practice.Things.Where(thing => thing.IsThere && thing is MessageOf or OrderOf or UploadOf or ExportOf or RequestOf or QuoteOf).Select(Named);
        return
        [
            .. Compare(withDueRow, (await due).Select(row => row.RowKey[..row.RowKey.LastIndexOf('|')]).Where(item => !item.StartsWith("line-subject|", StringComparison.Ordinal)), "due row"),
            .. Compare(withSubjects, (await subjects).Select(row => row.RowKey[(row.RowKey.IndexOf('|', StringComparison.Ordinal) + 1)..]).Distinct(), "subject"),
            .. Compare(There<ScanOf>().Select(scan => scan.Id), (await scans).Select(row => row.PartitionKey), "scan index row"),
            .. Compare(There<OrderOf>().Select(order => order.Id), (await list).Select(row => Complement(row.RowKey)), "listed order"),
            .. await LookAtLedger(),
        ];
    }

    /// <summary>Whom a line was for, it tells for two years after it was decided, also while a copy lies on a disk: the task tells it then.</summary>
    private async Task<IEnumerable<string>> LookAtLedger()
    {
        var since = world.Today.AddYears(-2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return
            from row in await world.Storage.Rows(Ledger.TableName)
            let line = JsonDocument.Parse(row.GetString("Line")).RootElement
            let kind = line.GetProperty("kind").GetString()
            where kind is not ("blob" or "line-subject" or "answered-request" or "audit-day" or "visits") && line.GetProperty("items").GetArrayLength() > 0
            let mustTell = string.CompareOrdinal(line.GetProperty("decidedAt").GetString()![..10], since) > 0
            let tells = line.GetProperty("items").EnumerateArray().Any(item => item.GetProperty("subjects").GetArrayLength() > 0)
            where tells != mustTell
            select $"ledger line {row.PartitionKey} {(tells ? "still tells" : "does not tell")} for whom it was";
    }

    private IEnumerable<T> There<T>()
        where T : Thing =>
        practice.Things.OfType<T>().Where(thing => thing.IsThere);

    private IEnumerable<(string, string)> OrderRows() =>
        There<OrderOf>().Select(order => (order.Id, "order"))
            .Concat(There<ScanOf>().Select(scan => (scan.Order.Id, $"scan|{scan.Id}")));

    private static bool IsOrderOrScan((string Order, string Row) row) =>
        row.Row == "order" || row.Row.StartsWith("scan|", StringComparison.Ordinal);

    // The others are those of a scan.
    private static bool IsDay(string partition) => !partition.StartsWith("scan|", StringComparison.Ordinal);

    private IEnumerable<string> OpenTasks() =>
        practice.Things.OfType<ScanOf>().Where(scan => scan.HasTask).Select(scan => $"scan-{scan.Id}");

    private IEnumerable<string> OpenMail() =>
        practice.Things.OfType<MessageOf>().Where(message => message.HasTask).Select(message => message.Id);

    private IEnumerable<string> BlobNames() =>
    [
        .. There<ScanOf>().Select(scan => scan.BlobName),
        .. There<UploadOf>().Select(upload => upload.BlobName).OfType<string>(),
        .. There<StrayBlob>().Select(blob => blob.Name),
    ];

    // The list counts down, so that the newest comes first.
    private static string Complement(string hex) =>
        string.Concat(hex.Select(digit => "0123456789abcdef"[15 - Convert.ToInt32($"{digit}", 16)]));

    private static string Named(Thing thing) => $"{thing.Kind}|{thing.Id}";

    private static IEnumerable<string> Compare<T>(IEnumerable<T> promised, IEnumerable<T> found, string what)
    {
        var (must, have) = (promised.ToList(), found.ToList());
        return
        [
            .. must.Except(have).Select(each => $"{what} {each} must be there, and is not"),
            .. have.Except(must).Select(each => $"{what} {each} must not be there, and is"),
            .. have.Count == have.Distinct().Count() ? [] : (string[])[$"a {what} is there twice"],
        ];
    }

    private void Forget(IEnumerable<WrittenPlace> written)
    {
        foreach (var place in written)
            if (!seenBlobs.TryRemove(place.Name, out _))
                seen.Forget(place);
    }

    // Blocks that were never committed hold data too.
    private async Task<List<string>> Blobs(BlobContainerClient container)
    {
        if (seenBlobs.TryGetValue(container.Name, out var known))
            return known;
        return seenBlobs[container.Name] = await Account.BlobNames(container);
    }
}
