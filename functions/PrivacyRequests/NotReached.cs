using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>What is about a person and stays where it is when her records are erased: what was sent, and what was given away.</summary>
public sealed record NotReached(
    IReadOnlyList<DeliveredLetter> Letters, IReadOnlyList<GivenAway> Recipients, IReadOnlyList<CopyInMailbox> Mailboxes);

/// <summary>A letter that lies in her mailbox, as far as that is known: of a request's thread it is.</summary>
public sealed record DeliveredLetter(string Kind, DateOnly SentOn, Id Request);

/// <summary>What a recipient was given of an order; it is told to erase that.</summary>
public sealed record GivenAway(string Recipient, string Name, Reference Order, DateOnly GivenOn, int Scans, IReadOnlyList<ClientDetail> Details);

/// <summary>The copy of a message in a mailbox of the practice: staff are asked to destroy it.</summary>
/// <param name="DestroyedOn">Null while it is open.</param>
public sealed record CopyInMailbox(Reference Message, string Mailbox, DateOnly Day, DateOnly? DestroyedOn);

/// <summary>Looks for what an erasure does not reach, before it is gone who was sent or given it.</summary>
public sealed class ReachOfErasure(OrderStore orders, RequestRegister requests, MailboxTasks tasks)
{
    /// <param name="values">What names the person, each as its hashes: mail of hers may be left of what went before.</param>
    public async Task<NotReached> Beyond(IEnumerable<KeptRecord> erased, IReadOnlyList<IReadOnlyList<string>> values, CancellationToken cancellation)
    {
        var (letters, given, mailboxes) = (new List<DeliveredLetter>(), new List<GivenAway>(), new List<CopyInMailbox>());
        foreach (var ((kind, id), copy) in erased.Select(record => (record.Item, record.MailCopy)))
            if (copy is not null)
                mailboxes.Add(new(Reference.Of(id), copy.Mailbox, copy.Day, copy.DestroyedOn));
            else if (kind == Order.Kind && await orders.Find(id, cancellation) is { } order)
                given.AddRange(order.Disclosures.Select(each => new GivenAway(
                    each.Recipient, each.Name, Reference.Of(id), each.GivenOn, each.Scans.Count, each.Details)));
            else if (kind == RequestRegister.Kind && await requests.Find(id, cancellation) is { } request)
                letters.AddRange(request.Letters.Where(letter => letter.SentAt is not null).Select(letter => new DeliveredLetter(
                    letter.Kind, Amsterdam.DateOf(letter.SentAt!.Value), id)));
        mailboxes.AddRange((await tasks.About(values, cancellation)).Select(each => new CopyInMailbox(Reference.Of(each.Task.Id), each.Task.Copy.Mailbox, each.Task.Copy.Day, DestroyedOn: null)));
        return new(letters, given, mailboxes);
    }
}
