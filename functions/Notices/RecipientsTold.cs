using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Storage;

namespace WelWee3D.Notices;

/// <summary>
/// Has whoever was given something of an order told what is about to be done to it. Comes before that is done: after an
/// erasure nobody knows any more who was given what. Can be repeated: the same cause makes the same notices.
/// </summary>
public sealed class RecipientsTold(RecipientNotices notices, Letters letters, OrderStore orders, TimeProvider clock)
{
    /// <param name="occasion">Which of the same cause, where an order may have several.</param>
    /// <param name="changed">What is set right; null where everything that was given is meant.</param>
    public async Task Tell(
        Order order, NoticeCause cause, string occasion, Id? request, CancellationToken cancellation, IReadOnlyList<ClientDetail>? changed = null)
    {
        foreach (var given in order.Disclosures.Where(each => changed is null || each.Details.Intersect(changed).Any()).GroupBy(each => each.Recipient))
        {
            var id = RecipientNotice.IdOf(cause, order.Id, given.Key, occasion);
            // Of one that was sent no second letter goes out.
            if (await notices.Find(id, cancellation) is { State: not NoticeState.Made })
                continue;
            await letters.Add(new(NoticeLetter.Name, $"{id}"), cancellation);
            await notices.Add(
                new(
                    id, cause, given.Key, order.Id, request, clock.Today(),
                    [.. given.Select(each => new GivenData(each.GivenOn, each.Scans.Count, each.Details))],
                    [.. given.SelectMany(each => each.Details).Distinct().Intersect(changed ?? [])],
                    cause == NoticeCause.Erasure ? [] : orders.SubjectsOf(order)),
                cancellation);
        }
    }
}
