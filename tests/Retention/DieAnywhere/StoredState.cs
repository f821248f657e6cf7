namespace WelWee3D.Tests.Retention.DieAnywhere;

/// <summary>
/// What storage holds, row by row, and what is wrong with it. Reads columns and keys itself: a fault of the app must
/// not hide itself here.
/// </summary>
internal sealed class StoredState
{
    public static readonly IReadOnlyList<string> OfMessages = ["ContactMessages", "Due", "Subjects", "Letters"];

    public static readonly IReadOnlyList<string> OfOrders = ["Orders", "OrderList", "Scans", "Due", "Subjects"];

    public static readonly IReadOnlyList<string> OfRequests = ["PrivacyRequests", "AnsweredRequests", "Due", "Subjects", "Letters"];

    public static readonly IReadOnlyList<string> OfQuotes = ["Quotes", "Due", "Subjects", "Letters"];

    public static readonly IReadOnlyList<string> OfAll = [.. OfMessages.Union(OfOrders).Union(OfRequests).Union(OfQuotes), "Uploads", "Unclaimed"];

    private readonly ILookup<string, TableEntity> rows;
    private readonly SubjectKeys keys;
    private readonly HashSet<string> due;
    private readonly HashSet<string> subjects;

    private StoredState(ILookup<string, TableEntity> rows, IReadOnlyList<string> blobs, SubjectKeys keys)
    {
        (this.rows, Blobs, this.keys) = (rows, blobs, keys);
        due = [.. rows["Due"].SelectMany(DueKeys)];
        subjects = [.. rows["Subjects"].Select(row => row.RowKey)];
    }

    public IReadOnlyList<string> Blobs { get; }

    /// <summary>Everything, whoever wrote it.</summary>
    public static Task<StoredState> Read(World world) => new Reader(world, OfAll).Read();

    public IEnumerable<TableEntity> Messages => rows["ContactMessages"];

    public IEnumerable<TableEntity> Orders => rows["Orders"].Where(row => row.RowKey == "order");

    public IEnumerable<TableEntity> Scans => rows["Orders"].Where(row => row.RowKey.StartsWith("scan|", StringComparison.Ordinal));

    public IEnumerable<TableEntity> Requests => rows["PrivacyRequests"];

    /// <summary>Beside them stands the last number of their year.</summary>
    public IEnumerable<TableEntity> Quotes => rows["Quotes"].Where(row => row.RowKey != "last");

    public IEnumerable<TableEntity> Answered => rows["AnsweredRequests"];

    public IEnumerable<TableEntity> Uploads => rows["Uploads"];

    public IEnumerable<TableEntity> Unclaimed => rows["Unclaimed"];

    public IEnumerable<TableEntity> Letters => rows["Letters"];

    /// <summary>All that is kept, as kind and id.</summary>
    public IEnumerable<string> Kept =>
    [
        .. Messages.Select(row => $"message|{row.RowKey}"),
        .. Orders.Select(row => $"order|{row.PartitionKey}"),
        .. Scans.Select(row => row.RowKey),
        .. Uploads.Select(row => $"upload|{row.PartitionKey}"),
        .. Unclaimed.Select(row => $"blob|{row.PartitionKey}"),
        .. Requests.Select(row => $"privacy-request|{row.PartitionKey}"),
        .. Answered.Select(row => $"answered-request|{row.PartitionKey}"),
        .. Quotes.Select(row => $"quote|{row.RowKey}"),
    ];

    /// <summary>What may never be, at whatever moment the process dies.</summary>
    public IEnumerable<string> Faults() =>
    [
        .. Messages.SelectMany(row => Faults(row, "message", row.RowKey, row.GetInt32("DueVersion")!.Value)),
        .. Messages.SelectMany(row => MissingSubjects(row, $"message|{row.RowKey}")),
        .. Messages.SelectMany(MissingLetters),
        .. Orders.SelectMany(row => Faults(row, "order", row.PartitionKey, row.GetInt32("DueVersion")!.Value)),
        .. Orders.SelectMany(row => MissingSubjects(row, $"order|{row.PartitionKey}")),
        .. Orders.Where(row => rows["OrderList"].All(listed => listed.RowKey != Complement(row.PartitionKey)))
            .Select(row => $"order {row.PartitionKey} is not in the list"),
        .. Scans.Where(IsUnindexed).Select(row => $"{row.RowKey} has no index row"),
        .. Requests.SelectMany(row => Faults(row, "privacy-request", row.PartitionKey, row.GetInt32("DueVersion")!.Value)),
        .. Requests.SelectMany(row => MissingSubjects(row, $"privacy-request|{row.PartitionKey}")),
        .. Requests.SelectMany(UnwrittenLetters),
        .. Answered.SelectMany(row => Faults(row, "answered-request", row.PartitionKey, row.GetInt32("DueVersion")!.Value)),
        .. Quotes.SelectMany(row => Faults(row, "quote", row.RowKey, row.GetInt32("DueVersion")!.Value)),
        .. Quotes.GroupBy(row => (row.PartitionKey, row.GetInt32("Number"))).Where(same => same.Count() > 1).Select(same => $"quote {same.Key} is there twice"),
        .. Uploads.SelectMany(row => Faults(row, "upload", row.PartitionKey, 0)),
        .. Unclaimed.SelectMany(row => Faults(row, "blob", row.PartitionKey, row.GetInt32("DueVersion")!.Value)),
        .. rows["Orders"].Select(row => row.PartitionKey).Except(Orders.Select(row => row.PartitionKey))
            .Select(order => $"parts of order {order} are left without it"),
    ];

    /// <summary>The rows of the due index up to and including a day.</summary>
    public IEnumerable<TableEntity> DueUntil(DateOnly day) =>
        rows["Due"].Where(row => string.CompareOrdinal(row.PartitionKey, day.Iso()) <= 0);

    /// <summary>What may not be once the work has been done again to its end. A due row without a record goes with the next sweep.</summary>
    public IEnumerable<string> Leftovers(DateOnly today) =>
    [
        .. rows["Due"].Where(row => row.RowKey.StartsWith("open|", StringComparison.Ordinal)).Select(row => $"{row.RowKey} is not finished"),
        .. DueUntil(today).Where(row => Kept.Contains(row.RowKey[..row.RowKey.LastIndexOf('|')]))
            .Select(row => $"due row {row.PartitionKey} {row.RowKey} is left"),
        .. Blobs.Where(IsNobodys).Select(blob => $"blob {blob} belongs to nothing"),
    ];

    // An open destruction stands for the due rows that it took.
    private static IEnumerable<string> DueKeys(TableEntity row) => row.RowKey.StartsWith("open|", StringComparison.Ordinal)
        ? row.GetString("Claimed").Split('\n').Select(key => $"{row.PartitionKey} {key}")
        : [$"{row.PartitionKey} {row.RowKey}"];

    private IEnumerable<string> Faults(TableEntity row, string kind, string id, int version)
    {
        if (!due.Contains($"{row.GetString("DueOn")} {kind}|{id}|{version}"))
            yield return $"{kind} {id} has no due row on {row.GetString("DueOn")}, version {version}";
    }

    private IEnumerable<string> MissingSubjects(TableEntity row, string item)
    {
        if (!subjects.Contains($"{keys.OfEmail(row.GetString("Email"))}|{item}"))
            yield return $"{item} is not found by its mail address";
        if (row.GetString("Phone") is { } phone && !subjects.Contains($"{keys.OfPhone(phone)}|{item}"))
            yield return $"{item} is not found by its phone number";
    }

    private IEnumerable<string> MissingLetters(TableEntity message)
    {
        if (message.GetString("Source") == "form" && rows["Letters"].All(row => row.RowKey != $"{message.RowKey}|contact-notice"))
            yield return $"nobody is told of message {message.RowKey}";
    }

    /// <summary>A letter that a request tells of, and that nobody sends or has sent.</summary>
    private IEnumerable<string> UnwrittenLetters(TableEntity request)
    {
        using var letters = JsonDocument.Parse(request.GetString("Letters"));
        foreach (var letter in letters.RootElement.EnumerateArray())
        {
            var (kind, number) = (letter.GetProperty("kind").GetString(), letter.GetProperty("number").GetInt32());
            if (!letter.TryGetProperty("sentAt", out _) && !letter.TryGetProperty("givenUpAt", out _)
                && rows["Letters"].All(row => row.RowKey != $"{request.PartitionKey}{(number == 0 ? "" : $"|{number}")}|{kind}"))
                yield return $"request {request.PartitionKey} has no letter {kind}";
        }
    }

    private bool IsUnindexed(TableEntity scan) => !rows["Scans"].Any(row =>
        $"scan|{row.PartitionKey}" == scan.RowKey && row.GetString("Order") == scan.PartitionKey);

    private bool IsNobodys(string blob) =>
        !Scans.Concat(Uploads).Any(row => blob == $"{row.GetString("OrderId") ?? row.PartitionKey}/{row.GetString("BlobName")}")
        && Unclaimed.All(row => row.GetString("BlobName") != blob);

    private static string Complement(string hex) =>
        string.Concat(hex.Select(digit => "0123456789abcdef"[15 - Convert.ToInt32($"{digit}", 16)]));

    /// <summary>Reads again what was written to since it was last read, and remembers the rest.</summary>
    /// <param name="tables">Those that can hold anything.</param>
    internal sealed class Reader(World world, IReadOnlyList<string> tables)
    {
        private readonly Dictionary<string, List<TableEntity>> rows = [];
        private readonly SubjectKeys keys = world.Get<SubjectKeys>();
        private List<string>? blobs;

        public async Task<StoredState> Read()
        {
            foreach (var name in world.Storage.Written.Take().Select(place => place.Name))
                if (name == world.Storage.Scans.Name)
                    blobs = null;
                else
                    rows.Remove(name);
            var unknown = tables.Where(name => !rows.ContainsKey(name)).ToList();
            foreach (var (name, read) in unknown.Zip(await Task.WhenAll(unknown.Select(name => world.Storage.Rows(name)))))
                rows.Add(name, read);
            blobs ??= await Committed();
            return new(rows.SelectMany(table => table.Value, (table, row) => (table.Key, row)).ToLookup(each => each.Key, each => each.row), blobs, keys);
        }

        private async Task<List<string>> Committed() => await world.Storage.Scans.GetBlobsAsync().Select(blob => blob.Name).ToListAsync();
    }
}
