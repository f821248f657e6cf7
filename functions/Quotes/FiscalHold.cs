using WelWee3D.Retention;

namespace WelWee3D.Quotes;

/// <summary>
/// The duty to keep a quote that was accepted, on the quote alone. It lasts until the end of the rule's last day, so the quote goes on the
/// day after; and it is a hold like any other: an erasure waits for it.
/// </summary>
internal static class FiscalHold
{
    public const string Law = "Artikel 52 van de Algemene wet inzake rijksbelastingen: zeven jaar na het boekjaar";
    public const string LawOfOneStopShop = "Artikel 369 duodecies, lid 2, van Richtlijn 2006/112/EG: tien jaar na het jaar van de levering (éénloketsysteem)";

    public static RetentionRule Rule(bool oneStopShop) => oneStopShop ? RetentionSchedule.AcceptedQuoteOneStopShop : RetentionSchedule.AcceptedQuote;

    /// <summary>The financial year of the practice is that of the calendar.</summary>
    public static DateOnly EndOfYear(DateOnly acceptedOn) => new(acceptedOn.Year, 12, 31);

    public static Hold Of(Id quote, DateOnly acceptedOn, bool oneStopShop) =>
        new(quote, oneStopShop ? LawOfOneStopShop : Law, Rule(oneStopShop).Term.After(EndOfYear(acceptedOn)));
}
