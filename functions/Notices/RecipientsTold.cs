using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Recipients;

namespace WelWee3D.Notices;

/// <summary>
/// Has whoever was given something of an order told what is about to be done to it. Comes before that is done: after an
/// erasure nobody knows any more who was given what. Can be repeated: the same cause makes the same notices.
/// </summary>
public sealed class RecipientsTold(RecipientNotices notices, RecipientRegister register, Letters letters, OrderStore orders, TimeProvider clock)
    : IRecipientFollower
{
    /// <param name="occasion">Which of the same cause, where an order may have several.</param>
    /// <param name="changed">What is set right; null where everything that was given is meant.</param>
    public async Task Tell(
        Order order, NoticeCause cause, string occasion, Id? request, CancellationToken cancellation, IReadOnlyList<ClientDetail>? changed = null)
    {
        foreach (var given in order.Disclosures.Where(each => changed is null || each.Details.Intersect(changed).Any()).GroupBy(each => each.Recipient))
        {
            var id = RecipientNotice.IdOf(cause, order.Id, given.Key, occasion);
            var standing = await notices.Find(id, cancellation);
            if (standing is not null)
                await TellAgain(standing, cancellation);
            // Of one that was delivered no second letter goes out.
            if (standing is { State: not NoticeState.Made })
                continue;
            // The letter first: one without a notice is dropped.
            await letters.Add(Letter.Of(NoticeLetter.Name, id, standing?.LetterNumber ?? 0), cancellation);
            if (standing is null)
                await notices.Add(Of(id, order, cause, [.. given], request, changed ?? []), cancellation);
        }
    }

    /// <summary>What is not done is told again at the address that its recipient has from now on.</summary>
    public async Task Follow(Recipient recipient, CancellationToken cancellation)
    {
        await foreach (var notice in notices.Open(cancellation).Where(each => each.Recipient == recipient.Label && each.WentElsewhere(recipient.MovedAt)))
            await TellAgain(notice, cancellation);
    }

    /// <summary>
    /// Has a letter sent again that was not delivered, or went to a former address, with a link of its own. Can be repeated: any
    /// other notice is left as it is.
    /// </summary>
    /// <returns>The notice as it now stands; null when there is none.</returns>
    public async Task<RecipientNotice?> TellAgain(RecipientNotice notice, CancellationToken cancellation)
    {
        var told = await ToldNobody(notice, cancellation) ? await WriteAgain(notice, cancellation) : notice;
        // Also where whoever wrote it again died at it.
        for (var number = 0; number < told?.LetterNumber; number++)
            await letters.Forget(Letter.Of(NoticeLetter.Name, notice.Id, number), cancellation);
        return told;
    }

    private async Task<bool> ToldNobody(RecipientNotice notice, CancellationToken cancellation) => notice.State switch
    {
        NoticeState.Done => false,
        NoticeState.Undelivered => true,
        _ => notice.WentElsewhere((await register.Find(notice.Recipient, cancellation))?.MovedAt),
    };

    private async Task<RecipientNotice?> WriteAgain(RecipientNotice notice, CancellationToken cancellation)
    {
        var next = notice.LetterNumber + 1;
        // The letter first: one that its notice does not tell of is dropped.
        await letters.Add(Letter.Of(NoticeLetter.Name, notice.Id, next), cancellation);
        return await notices.Change(notice.Id, each => each.WrittenAgain(next), cancellation);
    }

    private RecipientNotice Of(
        Id id, Order order, NoticeCause cause, IReadOnlyList<Disclosure> given, Id? request, IReadOnlyList<ClientDetail> changed) => new(
        id, cause, given[0].Recipient, order.Id, request, clock.Today(),
        [.. given.Select(each => new GivenData(each.GivenOn, each.Scans.Count, each.Details))],
        [.. given.SelectMany(each => each.Details).Distinct().Intersect(changed)],
        cause == NoticeCause.Erasure ? [] : orders.SubjectsOf(order));
}
