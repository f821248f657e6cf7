using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Quotes;

/// <summary>The last number that a quote of a year got. It stays when its quote is destroyed, so no number is given twice.</summary>
public sealed record LastQuoteNumber([Operational] int LastNumber);

/// <summary>
/// The quotes, a partition for each year in which they are numbered. In it stands the last number too: a quote and its number are
/// written in one transaction, so that no number is skipped and none is given without a quote.
/// </summary>
public sealed class QuoteRegister(Keeping keeping, SubjectKeys keys, SearchIndex search) : RowKind<Quote>(keeping, Kind, TableName), IOrderFollower
{
    public const string Kind = "quote";
    public const string TableName = "Quotes";

    private const string LastRow = "last";

    public override KindWords Words { get; } = new(new("offerte", "quote"), new("offertes", "quotes"));

    private static readonly PackageTable Told = ExportedQuote.Table;

    public override IReadOnlyList<PackageTable> Tables => [Told];

    public override int FoundAtOnce => 100;

    public override string BatchOf(Id id) => Quote.YearOf(id);

    /// <summary>Adds a quote, or finds the one that is there under its id.</summary>
    public async Task<Quote> Make(Quote quote, CancellationToken cancellation)
    {
        await Add(quote, cancellation);
        return (await Find(quote.Id, cancellation))!;
    }

    /// <summary>Takes one back whose order was being erased while it was made, unless it was sent. Its number is not given again.</summary>
    public async Task TakeBack(Id id, CancellationToken cancellation)
    {
        if (await Find(id, cancellation) is { SentOn: null })
            await Forget(id, cancellation);
    }

    /// <returns>The quote as it now stands, or the refusal; neither when there is none.</returns>
    public async Task<(Quote? Quote, Refusal? Refusal)> Apply(Id id, Func<Quote, QuoteRuling> rule, CancellationToken cancellation)
    {
        Refusal? refusal = null;
        var changed = await Change(id, quote =>
        {
            var ruling = rule(quote);
            refusal = ruling.Refusal;
            return ruling.Quote ?? quote;
        }, cancellation);
        return (changed, refusal);
    }

    /// <summary>Those of an order, newest first.</summary>
    /// <exception cref="UnreadableException">After the last, with those that cannot be read.</exception>
    public IAsyncEnumerable<Quote> OfOrder(Id order, CancellationToken cancellation) =>
        search.Find(Kind, TermOfOrder(order), after: null, cancellation).Readable<Id, Quote?>(async id => await Find(id, cancellation)).OfType<Quote>();

    /// <summary>Where those of a year are in the index, newest first.</summary>
    public IAsyncEnumerable<Id> OfYear(string year, Id? after, CancellationToken cancellation) => search.Find(Kind, TermOfYear(year), after, cancellation);

    /// <summary>They are about whoever their order is about.</summary>
    public async Task<bool> Follow(Order order, IReadOnlyList<string> former, IReadOnlyList<string> present, CancellationToken cancellation)
    {
        var hasFollowed = false;
        await foreach (var quote in OfOrder(order.Id, cancellation).Where(each => !each.Subjects.SequenceEqual(present)))
        {
            await Change(quote.Id, found => found.Subjects.SequenceEqual(present) ? found : found.Readdressed(keys.AllOfEmail(order.Client.Email)) with { Subjects = present }, cancellation);
            hasFollowed = true;
        }
        return hasFollowed;
    }

    /// <summary>Once its order is gone nobody can work its hashes out anew.</summary>
    public override Task Rekey(Id id, IReadOnlyList<IReadOnlyList<string>> values, CancellationToken cancellation) => Change(
        id, quote => SubjectKeys.Further(quote.Subjects, values) is { Count: > 0 } further ? quote with { Subjects = [.. quote.Subjects, .. further] } : quote,
        cancellation);

    public override async Task Export(KeptRecord record, Package package, CancellationToken cancellation)
    {
        if (await Find(record.Item.Id, cancellation) is not { } quote)
            return;
        package.Speak(quote.Id, quote.Language);
        package.Tell(Told, ExportedQuote.Of(quote, record.Retention, Amsterdam.DateOf(package.At)));
    }

    public override IReadOnlyList<string> SubjectsOf(Quote record) => record.Subjects;

    protected override IReadOnlyList<string> SearchTermsOf(Quote record) => [TermOfOrder(record.Order), TermOfYear(Quote.YearOf(record.Id))];

    protected override bool IsRecord(TableEntity row) => row.RowKey != LastRow;

    /// <summary>Under the next number of its year. Of two at once one gets it, and the other the one after.</summary>
    protected override async Task<bool> Insert(TableClient into, TableEntity row, CancellationToken cancellation)
    {
        for (; ; )
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {row.PartitionKey} and (RowKey eq {LastRow} or RowKey eq {row.RowKey})");
            var found = await into.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ToListAsync(cancellation);
            if (found.Any(each => each.RowKey == row.RowKey))
                return false;
            var last = found.SingleOrDefault();
            var number = 1 + (last is null ? 0 : last.Read(Kind, each => each.Read<LastQuoteNumber>(default)).LastNumber);
            row[nameof(Quote.Number)] = number;
            var counted = new TableEntity(row.PartitionKey, LastRow).With(new LastQuoteNumber(number));
            if (await into.TryTransact(
                [
                    new(TableTransactionActionType.Add, row),
                    last is null ? new(TableTransactionActionType.Add, counted) : new(TableTransactionActionType.UpdateReplace, counted, last.ETag),
                ], cancellation))
                return true;
        }
    }

    // The hold is worked out anew each time it is asked for: by itself that is no change.
    protected override Quote Decided(Quote record, Intervention intervention, DateOnly today)
    {
        var (before, after) = (record.Interventions, record.Interventions.After(intervention, today));
        return after with { Holds = before.Holds } == before ? record : (Quote)record.With(after);
    }

    private static string TermOfOrder(Id order) => $"order:{order}";

    private static string TermOfYear(string year) => $"year:{year}";
}
