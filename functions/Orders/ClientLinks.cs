using WelWee3D.Mail;

namespace WelWee3D.Orders;

/// <summary>A letter to an order's client that has a link for her. Its number is that of the order's links.</summary>
public interface ILinkLetter
{
    string Kind { get; }

    /// <summary>The records of the order that she has such a letter about.</summary>
    IAsyncEnumerable<Id> Sent(Order order, CancellationToken cancellation);
}

/// <summary>
/// Has the letters with her links sent to her present mail address: when it became another, those that were sent to the former
/// one open nothing any more, whoever has them.
/// </summary>
public sealed class ClientLinks(Letters letters, IEnumerable<ILinkLetter> all)
{
    /// <summary>Comes before the order is changed: a letter of which its order does not tell (yet) is put off, and dropped.</summary>
    /// <returns>The number of her links after that change.</returns>
    public async Task<int> Foretell(Order before, Order after, CancellationToken cancellation)
    {
        var next = after.Readdressed(before);
        if (next.LinkNumber != before.LinkNumber)
            await Write(next, cancellation);
        return next.LinkNumber;
    }

    /// <summary>Comes after that. What did not arrive at a former address is given up no more. Can be repeated.</summary>
    /// <param name="foretold">By the above.</param>
    public async Task Told(Order order, int foretold, CancellationToken cancellation)
    {
        // Somebody else changed it meanwhile.
        if (order.LinkNumber != foretold)
            await Write(order, cancellation);
        if (order.LinkNumber == 0)
            return;
        await foreach (var (kind, record) in Of(order, cancellation))
            for (var number = 0; number < order.LinkNumber; number++)
                await letters.Forget(Letter.Of(kind, record, number), cancellation);
    }

    private async Task Write(Order order, CancellationToken cancellation)
    {
        await foreach (var (kind, record) in Of(order, cancellation))
            await letters.Add(Letter.Of(kind, record, order.LinkNumber), cancellation);
    }

    private IAsyncEnumerable<(string Kind, Id Record)> Of(Order order, CancellationToken cancellation) => all.ToAsyncEnumerable()
        .SelectMany(letter => letter.Sent(order, cancellation).Select(record => (letter.Kind, record)));
}
