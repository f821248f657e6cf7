namespace WelWee3D.Tests.Retention;

/// <summary>A row that was seeded, and where.</summary>
internal readonly record struct SeededRow(string Table, TableEntity Row);

/// <summary>
/// Fills storage with what clients leave behind: row for row what the app writes, in transactions of a hundred instead
/// of one by one.
/// </summary>
internal sealed class KeptClients(Account storage, SubjectKeys keys, RetentionRules rules)
{
    private const int Parallelism = 8;
    private const int TransactionSize = 100;

    // One client in so many went on to order.
    private const int PerOrder = 10;

    private int clients;

    /// <summary>Everybody wrote a message, and some ordered, as many on each of these days.</summary>
    /// <param name="dueRowsOnly">For whom nothing else is read: that would be a request, and is counted.</param>
    /// <returns>All rows.</returns>
    public async Task<IReadOnlyList<SeededRow>> Seed(int count, DateOnly firstDay, int days, bool withOrders, bool dueRowsOnly = false)
    {
        var rows = new List<SeededRow>();
        for (var n = 0; n < count; n++)
        {
            var day = firstDay.AddDays((int)((long)n * days / count));
            rows.AddRange(Message(day, clients));
            if (withOrders && n % PerOrder == 0)
                rows.AddRange(Order(day, clients));
            clients++;
        }
        if (dueRowsOnly)
            rows.RemoveAll(each => each.Table != DueIndex.TableName);
        var transactions = rows
            .GroupBy(each => (each.Table, each.Row.PartitionKey))
            .OrderBy(partition => partition.Key.PartitionKey, StringComparer.Ordinal)
            .SelectMany(partition => partition.OrderBy(each => each.Row.RowKey, StringComparer.Ordinal).Chunk(TransactionSize));
        await Parallel.ForEachAsync(
            transactions, new ParallelOptions { MaxDegreeOfParallelism = Parallelism },
            async (transaction, cancellation) => await storage.Table(transaction[0].Table).SubmitTransactionAsync(
                transaction.Select(each => new TableTransactionAction(TableTransactionActionType.Add, each.Row)), cancellation));
        return rows;
    }

    private IEnumerable<SeededRow> Message(DateOnly day, int client)
    {
        var receivedAt = At(day, client);
        var message = new ContactMessage(
            Unguessable(receivedAt, client), $"Cliënt {client}", EmailOf(client), PhoneOf(client), "Graag een afspraak in week 36.",
            "nl", ContactChannel.Form, receivedAt, day);
        var due = DueRow.First(message.Retention(rules, day).DueOn, message.Item);
        yield return new(ContactMessages.TableName, new TableEntity(day.Iso(), $"{message.Id}")
        {
            ["Name"] = message.Name,
            ["Email"] = message.Email,
            ["Phone"] = message.Phone,
            ["Message"] = message.Message,
            ["Locale"] = message.Locale,
            ["Source"] = "form",
            ["ReceivedAt"] = message.ReceivedAt,
            ["ReceivedOn"] = day.Iso(),
            ["DueOn"] = due.On.Iso(),
            ["DueVersion"] = due.Version,
        });
        foreach (var row in IndexRows(due, client, message.Name, SearchTerms.Any, MessageStates.TermOf(message.State), MessageDays.TermOf(day)))
            yield return row;
    }

    private IEnumerable<SeededRow> Order(DateOnly day, int client)
    {
        var id = Unguessable(At(day, client), client);
        var order = new Order
        {
            Id = id,
            Client = new($"Cliënt {client}", EmailOf(client), PhoneOf(client), null, "nl"),
            OpenedOn = day,
            Due = DueRow.First(null, new(Kinds.Order, id)),
        };
        var due = DueRow.First(order.NextDue(rules, day), order.Due.Item);
        yield return new(OrderStore.TableName, new TableEntity($"{id}", "order")
        {
            ["Name"] = order.Client.Name,
            ["Email"] = order.Client.Email,
            ["Phone"] = order.Client.Phone,
            ["Language"] = order.Client.Language,
            ["OpenedOn"] = day.Iso(),
            ["DueOn"] = due.On.Iso(),
            ["DueVersion"] = due.Version,
        });
        foreach (var row in IndexRows(due, client, order.Client.Name, OrderTerms.Of(order.State)))
            yield return row;
    }

    private IEnumerable<SeededRow> IndexRows(DueRow due, int client, string name, params string[] listedUnder)
    {
        foreach (var term in (string[])[.. listedUnder, SearchTerms.Of(Reference.Of(due.Item.Id)), .. new SearchTerms(keys).OfName(name)])
            yield return new(SearchIndex.TableName, new(due.Item.Kind, $"{term}|{NewestFirst.Key(due.Item.Id)}"));
        yield return new(DueIndex.TableName, new(due.PartitionKey, due.RowKey));
        foreach (var subject in keys.Of(EmailOf(client), PhoneOf(client)))
            yield return new(SubjectIndex.TableName, new(subject[..2], $"{subject}|{due.Item}"));
    }

    private Id Unguessable(DateTimeOffset at, int client) => Id.From(at, keys.Seed("test", $"{client}"));

    private static DateTimeOffset At(DateOnly day, int client) => Amsterdam.StartOf(day).AddSeconds(client % 80_000);

    private static string EmailOf(int client) => $"client{client}@example.nl";

    // Half of the visitors leave a number.
    private static string? PhoneOf(int client) => client % 2 == 0 ? $"+316{client:D8}" : null;
}
