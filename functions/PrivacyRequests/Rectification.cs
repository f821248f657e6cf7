using WelWee3D.Contact;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Quotes;
using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>
/// Rectification (GDPR article 16) of everything about a person at once, whatever may only be stored too. What was there before
/// is kept with the request that asked for it, and goes with that; where nobody made one it is kept nowhere. Can be repeated:
/// what is right already is left as it is. It is no run that a timer goes on with: what it changes to would have to wait in
/// storage for that, apart from the records and without a deadline.
/// </summary>
public sealed class Rectification(
    OrderStore orders, ContactMessages messages, ContactSuspects suspects, RequestRegister requests, QuoteRegister quotes, SubjectNotices notices,
    ClientLinks links, Letters letters, SubjectKeys keys)
{
    /// <summary>
    /// Whether a record holds details of its own that can be set right. Uploads and notices follow their order; a quote that was accepted
    /// stays as it was accepted, and is found by the new details all the same.
    /// </summary>
    public static bool Holds(KeptRecord record) =>
        record.Item.Kind is Order.Kind or ContactMessages.Kind or ContactSuspects.Kind or RequestRegister.Kind
        || (record.Item.Kind == QuoteRegister.Kind && record.Retention.Rule == RetentionSchedule.Quote.Name);

    /// <returns>False when the request cannot hold what was there before: nothing was changed.</returns>
    public async Task<bool> Rectify(
        IReadOnlyList<KeptRecord> records, NewDetails details, PrivacyRequest? request, Act act, CancellationToken cancellation)
    {
        // First: once it is overwritten nobody knows it any more.
        if (request is not null && !await KeepFormer(records, details, request, act, cancellation))
            return false;
        foreach (var id in Of(records, Order.Kind))
            await RectifyOrder(id, details, request?.Id, act, cancellation);
        foreach (var id in Of(records, ContactMessages.Kind))
            await messages.Change(id, message => details.Of(message) is var right && right == message ? message : right.Rectified(act.Today, act.By, act.Reason), cancellation);
        foreach (var id in Of(records, ContactSuspects.Kind))
            await suspects.Change(id, suspect => details.Of(suspect) is var right && right == suspect ? suspect : right, cancellation);
        // After their orders, which they follow: one whose order is gone is found by what it was found by, too.
        foreach (var id in Of(records, QuoteRegister.Kind))
            await quotes.Change(id, quote => Readdressed(quote, details).Rectified(details.Name, details.Address, keys.Of(details.Email, details.Phone)), cancellation);
        // Last: by their former address whoever repeats this finds the request.
        foreach (var id in Of(records, RequestRegister.Kind))
            await RectifyRequest(id, details, act, cancellation);
        return true;
    }

    private async Task RectifyOrder(Id id, NewDetails details, Id? request, Act act, CancellationToken cancellation)
    {
        if (await orders.Find(id, cancellation) is not { } found)
            return;
        await notices.OfRectification(found, [.. details.Former(found.Client).Select(each => each.Detail)], request, cancellation);
        var foretold = await links.Foretell(found, found with { Client = details.Of(found.Client) }, cancellation);
        var changed = await orders.Change(id, order => details.Of(order.Client) is var right && right == order.Client ? order : order with
        {
            Client = right, History = Correction.Noted(order.History, Correction.OfDetails(act)),
        }, cancellation);
        if (changed is not null)
            await links.Told(changed, foretold, cancellation);
    }

    private Quote Readdressed(Quote quote, NewDetails details) => details.Email is { } email ? quote.Readdressed(keys.AllOfEmail(email)) : quote;

    private async Task RectifyRequest(Id id, NewDetails details, Act act, CancellationToken cancellation)
    {
        if (await requests.Find(id, cancellation) is not { } found)
            return;
        // The letter first: one with a link that its request does not tell of (yet) is put off, and dropped.
        if (details.Of(found) is var foretold && LetterOf(found, foretold) is { } letter)
            await letters.Add(Letter.Of(letter, id, foretold.LinkNumber), cancellation);
        var changed = await requests.Change(id, each =>
        {
            if (details.Of(each) is var right && right == each)
                return each;
            var noted = right.Noting(act, RequestEvent.Rectified, act.Reason);
            return LetterOf(each, right) is { } written ? noted.Writing(written, act.At, right.LinkNumber) : noted;
        }, cancellation);
        if (changed is not null)
            await RequestLetter.ForgetReplaced(letters, changed, cancellation);
    }

    /// <summary>What tells her of her new link; null where she keeps the one that she has, or needs none any more.</summary>
    private static string? LetterOf(PrivacyRequest before, PrivacyRequest after) => after switch
    {
        _ when after.LinkNumber == before.LinkNumber => null,
        { Status: RequestStatus.Unconfirmed } => ConfirmLetter.Name,
        { Status: RequestStatus.Open } => ReceivedLetter.Name,
        _ => null,
    };

    private async Task<bool> KeepFormer(
        IReadOnlyList<KeptRecord> records, NewDetails details, PrivacyRequest request, Act act, CancellationToken cancellation)
    {
        var former = new HashSet<string>();
        foreach (var record in records.Where(Holds))
            former.UnionWith((await Former(record.Item, details, cancellation)).Where(each => each.Former is not null)
                .Select(each => $"{each.Detail}: {each.Former}"));
        var kept = await requests.Change(request.Id, each => each.KeepingFormer(act, former), cancellation);
        return kept is null || kept.KeepsFormer(former);
    }

    private async Task<IEnumerable<(ClientDetail Detail, string? Former)>> Former(Item item, NewDetails details, CancellationToken cancellation)
    {
        if (item.Kind == Order.Kind)
            return await orders.Find(item.Id, cancellation) is { } order ? details.Former(order.Client) : [];
        if (item.Kind == ContactMessages.Kind)
            return await messages.Find(item.Id, cancellation) is { } message ? details.Former(message.Name, message.Email, message.Phone) : [];
        if (item.Kind == ContactSuspects.Kind)
            return await suspects.Find(item.Id, cancellation) is { } suspect ? details.Former(suspect.Name, suspect.Email, suspect.Phone) : [];
        if (item.Kind == QuoteRegister.Kind)
            return await quotes.Find(item.Id, cancellation) is { } quote ? (details with { Email = null, Phone = null }).Former(quote.Name, null, null, quote.Address) : [];
        return await requests.Find(item.Id, cancellation) is { } request ? details.Former(request.Name, request.Email, request.Phone) : [];
    }

    private static IEnumerable<Id> Of(IReadOnlyList<KeptRecord> records, string kind) =>
        records.Where(record => record.Item.Kind == kind).Select(record => record.Item.Id);
}
