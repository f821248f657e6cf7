using WelWee3D.Notices;
using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>
/// Has the recipients of a person's orders told what is about to be done about her data. A notice belongs to her open request
/// of that kind, which is among the records that are surely hers: nobody has to say which it was.
/// </summary>
public sealed class SubjectNotices(
    RecipientsTold recipients, RecipientNotices notices, OrderStore orders, RequestRegister requests)
{
    /// <summary>Orders under a hold too: that is a reason for the practice to keep something, and none for whoever it gave it to.</summary>
    public Task OfErasure(IReadOnlyList<KeptRecord> erased, CancellationToken cancellation) =>
        Tell(erased, NoticeCause.Erasure, RequestKind.Erasure, _ => "", cancellation);

    /// <summary>Of a restriction that stands its recipients were told before it was imposed.</summary>
    public Task OfRestriction(IReadOnlyList<KeptRecord> restricted, CancellationToken cancellation) => Tell(
        restricted, NoticeCause.Restriction, RequestKind.Restriction, order => order.RestrictedOn is null ? VersionOf(order) : null, cancellation);

    /// <summary>Nobody is asked any more whether the restriction is carried out.</summary>
    public async Task OfLifting(IReadOnlyList<KeptRecord> freed, Act act, CancellationToken cancellation)
    {
        await Tell(freed, NoticeCause.Lifting, RequestKind.Restriction, order => order.RestrictedOn is null ? null : VersionOf(order), cancellation);
        foreach (var record in freed.Where(record => record.Item.Kind == Order.Kind))
            await foreach (var notice in notices.OfOrder(record.Item.Id, cancellation).Where(each => each.Cause == NoticeCause.Restriction))
                await notices.Change(notice.Id, each => each.Finished(DoneReason.Lifted, act.By, act.At), cancellation);
    }

    /// <summary>Of what is set right, to whoever was given that.</summary>
    public Task OfRectification(Order order, IReadOnlyList<ClientDetail> changed, Id? request, CancellationToken cancellation) => recipients.Tell(
        order, NoticeCause.Rectification, VersionOf(order), request, cancellation, changed);

    /// <summary>What recipients of these orders were told to erase, also of orders that are gone.</summary>
    public async Task<IReadOnlyList<NoticeView>> ToldToErase(IEnumerable<Id> erased, CancellationToken cancellation)
    {
        var told = new List<NoticeView>();
        foreach (var order in erased)
            await foreach (var notice in notices.OfOrder(order, cancellation).Where(each => each.Cause == NoticeCause.Erasure))
                told.Add(NoticeView.Of(notice));
        return told;
    }

    /// <summary>Her open request of a kind, the last one received.</summary>
    /// <param name="hers">What is surely hers: what only a number leads to that she shares may be somebody else's request.</param>
    /// <param name="isClosedToo">Whether one that was answered will do.</param>
    public async Task<PrivacyRequest?> Request(
        RequestKind kind, IEnumerable<KeptRecord> hers, CancellationToken cancellation, bool isClosedToo = false)
    {
        foreach (var id in hers.Where(record => record.Item.Kind == RequestRegister.Kind).Select(record => record.Item.Id).OrderDescending())
            if (await requests.Find(id, cancellation) is { } request && request.Kind == kind
                && (request.Status == RequestStatus.Open || (isClosedToo && request.Status == RequestStatus.Closed)))
                return request;
        return null;
    }

    private async Task Tell(
        IReadOnlyList<KeptRecord> found, NoticeCause cause, RequestKind kind, Func<Order, string?> occasion, CancellationToken cancellation)
    {
        var given = new List<Order>();
        foreach (var record in found.Where(record => record.Item.Kind == Order.Kind))
            if (await orders.Find(record.Item.Id, cancellation) is { Disclosures.Count: > 0 } order)
                given.Add(order);
        if (given.Count == 0)
            return;
        var request = await Request(kind, found, cancellation);
        foreach (var order in given)
            if (occasion(order) is { } which)
                await recipients.Tell(order, cause, which, request?.Id, cancellation);
    }

    /// <summary>Each change of an order counts its version on: that tells what is done to it from what is done next.</summary>
    private static string VersionOf(Order order) => order.Due.Version.ToString(CultureInfo.InvariantCulture);
}
