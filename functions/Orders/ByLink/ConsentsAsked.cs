using WelWee3D.Audit;
using WelWee3D.Consent;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Orders.ByLink;

/// <summary>What a client is asked about her scan, and what each answer would mean for the day on which it goes.</summary>
public sealed class ConsentsAsked(OrderStore orders, ScanLooks looks, TimeProvider clock)
{
    public async Task<ConsentOverview> Of(Order order, string language, CancellationToken cancellation)
    {
        var today = clock.Today();
        return new(
            Reference.Of(order.Id), language, order.State,
            [.. Enum.GetValues<Purpose>().Select(purpose => Of(order, purpose, ConsentTexts.InForce(purpose, language, today), today))],
            [.. order.Consents.Select(AnsweredText.Of)],
            await looks.Of(order.Scans.Where(scan => scan.MovedTo is null).Select(scan => (scan.Id, scan.FormerIds)), cancellation), Kept(order, today), today);
    }

    private IReadOnlyList<KeptScan> Kept(Order order, DateOnly today) =>
    [
        .. from record in orders.Kept(order, today).WithParts
           let scan = record.PartOf is null ? null : order.Part(record.Item.Id)
           where scan is { IsHere: true }
           select new KeptScan(record.Item.Id, scan.ScannedOn, scan.Copies.Count(copy => copy.DestroyedOn is null), record.Retention),
    ];

    private AskedPurpose Of(Order order, Purpose purpose, ConsentText text, DateOnly today)
    {
        var (standing, now) = (order.Answer(purpose), clock.GetUtcNow());
        return new(
            purpose, text.Version, text.InForceFrom, text.Sha256, text.Words, standing is null ? null : AnsweredText.Of(standing),
            Goes(ConsentAnswer.Yes, standing is not { Answer: ConsentAnswer.Yes }),
            Goes(ConsentAnswer.No, standing is null),
            Goes(ConsentAnswer.Withdrawn, standing is { Answer: ConsentAnswer.Yes }));

        IReadOnlyList<GoesEarlier> Goes(ConsentAnswer answer, bool isOffered) => isOffered
            ? GoesBy(order, new(Id.New(now), purpose, answer, Channel.Link, text.Language, text.Version, now, ConsentGiven.ByClient))
            : [];
    }

    /// <summary>The scans that would be destroyed earlier by an answer, however far away that is.</summary>
    public IReadOnlyList<GoesEarlier> GoesBy(Order order, ConsentGiven given)
    {
        var today = clock.Today();
        var answered = order with { Consents = [.. order.Consents, given] };
        return
        [
            .. Foresight.Earlier(orders.Kept(order, today), orders.Kept(answered, today))
                .Where(record => record.PartOf is not null)
                .Select(record => new GoesEarlier(record, order.Part(record.Item.Id)!)),
        ];
    }
}

/// <param name="Answers">Every answer ever given, in the order recorded.</param>
/// <param name="Looks">Who of the practice opened her scans.</param>
/// <param name="Scans">Those that are there, and until when.</param>
/// <param name="Today">The day for which that is told.</param>
public sealed record ConsentOverview(
    Reference Reference, string Language, OrderState State, IReadOnlyList<AskedPurpose> Purposes, IReadOnlyList<AnsweredText> Answers,
    IReadOnlyList<ScanLook> Looks, IReadOnlyList<KeptScan> Scans, DateOnly Today)
{
    [JsonIgnore]
    public bool WantsNoFigurine =>
        Purposes.Any(asked => asked is { Purpose: Purpose.MakeFigurine, Answer.Answer: ConsentAnswer.No or ConsentAnswer.Withdrawn });
}

/// <summary>A scan of hers that is there.</summary>
public sealed record KeptScan(Id Id, DateOnly ScannedOn, int CopiesOnDisk, Derivation Retention);

/// <param name="TextVersion">Of the text to be answered today.</param>
/// <param name="Answer">The one that stands; null when there is none.</param>
/// <param name="GoesOnYes">The scans that would be destroyed earlier, and when, by a yes of today; none where that stands already.</param>
/// <param name="GoesOnNo">Those that would be by a no, which is asked as long as nothing was answered.</param>
/// <param name="GoesOnWithdrawal">Those that would be if a yes were withdrawn today.</param>
public sealed record AskedPurpose(
    Purpose Purpose, string TextVersion, DateOnly InForceFrom, string Sha256, string Text, AnsweredText? Answer,
    IReadOnlyList<GoesEarlier> GoesOnYes, IReadOnlyList<GoesEarlier> GoesOnNo, IReadOnlyList<GoesEarlier> GoesOnWithdrawal);

/// <summary>A scan that would be destroyed earlier.</summary>
public sealed record GoesEarlier : KeptItem
{
    public GoesEarlier(KeptRecord record, Scan scan)
        : base(record) => (ScannedOn, CopiesOnDisk) = (scan.ScannedOn, scan.Copies.Count(copy => copy.DestroyedOn is null));

    public DateOnly ScannedOn { get; }

    public int CopiesOnDisk { get; }

    /// <summary>What a page told of each, and in which night: it comes back with her answer.</summary>
    public static string Told(IEnumerable<GoesEarlier> all) => string.Join(' ', all.Select(each => $"{each.Id}:{each.DueOn!.Value.Iso()}"));
}

/// <summary>An answer with the words that it was an answer to; these are absent where this version does not know the text.</summary>
public sealed record AnsweredText(
    Purpose? Purpose, ConsentAnswer? Answer, Channel? Channel, string Language, string TextVersion, string? Sha256, string? Text,
    DateOnly GivenOn, DateTimeOffset GivenAt)
{
    public static AnsweredText Of(ConsentGiven given)
    {
        var text = ConsentTexts.Find(given.Purpose, given.TextVersion, given.Language);
        return new(
            given.Purpose, given.Answer, given.Channel, given.Language, given.TextVersion, text?.Sha256, text?.Words, given.Day, given.GivenAt);
    }
}
