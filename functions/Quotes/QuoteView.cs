using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Quotes;

/// <summary>A line with what it comes to.</summary>
public sealed record QuoteLineView(string Description, int Quantity, int AmountInCents, int VatRate, DateOnly VatRateOn, long TotalInCents)
{
    public static IReadOnlyList<QuoteLineView> Of(Quote quote) =>
    [
        .. quote.Lines.Select(line => new QuoteLineView(
            line.Description, line.Quantity, line.AmountInCents, line.VatRate, line.VatRateOn, line.TotalInCents)),
    ];
}

/// <summary>A quote as staff see it.</summary>
/// <param name="Sha256">Of its text as it stands; once it was accepted, of what was accepted.</param>
/// <param name="Text">What is hashed.</param>
public sealed record QuoteView(
    Id Id, string Number, Id OrderId, QuoteState State, DateOnly MadeOn, string MadeBy, DateOnly ValidUntil, string Name, Address? Address, string Language,
    IReadOnlyList<QuoteLineView> Lines, long TotalInCents, IReadOnlyList<VatTotal> Vat, bool OneStopShop, DateOnly? SentOn, DateOnly? WithdrawnOn,
    Id? SupersededBy, DateOnly? AcceptedOn, string Sha256, string Text, Derivation Retention)
{
    public static QuoteView Of(Quote quote, Derivation retention, DateOnly today) => new(
        quote.Id, quote.NumberOfYear, quote.Order, quote.StateOn(today), quote.MadeOn, quote.MadeBy, quote.ValidUntil, quote.Name, quote.Address, quote.Language,
        QuoteLineView.Of(quote), quote.Totals.TotalInCents, quote.Totals.Vat, quote.OneStopShop, quote.SentOn, quote.WithdrawnOn, quote.SupersededBy,
        quote.AcceptedOn, quote.AcceptedSha256 ?? QuoteText.Sha256(quote), QuoteText.Of(quote), retention);
}

/// <summary>A quote as its client sees it by her link.</summary>
/// <param name="CanBeAccepted">By her, now.</param>
public sealed record OfferedQuote(
    string Number, QuoteState State, DateOnly MadeOn, DateOnly ValidUntil, IReadOnlyList<string> Sender, string Name, Address? Address,
    IReadOnlyList<QuoteLineView> Lines, long TotalInCents, IReadOnlyList<VatTotal> Vat, DateOnly? AcceptedOn, bool CanBeAccepted, string Sha256, string Text)
{
    public static OfferedQuote Of(Quote quote, bool isOpen, DateOnly today) => new(
        quote.NumberOfYear, quote.StateOn(today), quote.MadeOn, quote.ValidUntil, quote.Sender, quote.Name, quote.Address, QuoteLineView.Of(quote),
        quote.Totals.TotalInCents, quote.Totals.Vat, quote.AcceptedOn, isOpen && quote.StateOn(today) == QuoteState.Sent,
        quote.AcceptedSha256 ?? QuoteText.Sha256(quote), QuoteText.Of(quote));
}

/// <summary>A quote as its client gets it handed over.</summary>
public sealed record ExportedQuote(
    Id Id, string Number, Id OrderId, QuoteState State, DateOnly MadeOn, DateOnly ValidUntil, string Name, Address? Address, string Language,
    IReadOnlyList<QuoteLineView> Lines, long TotalInCents, IReadOnlyList<VatTotal> Vat, DateOnly? SentOn, DateOnly? WithdrawnOn, DateOnly? AcceptedOn,
    string? AcceptedSha256, DateOnly? RestrictedOn, string? RestrictionReason, DateOnly? ErasureRequestedOn, Derivation Retention)
{
    /// <summary>She gave who she is and where she lives, and that she accepts.</summary>
    public static PackageTable Table { get; } = new("quotes", typeof(ExportedQuote), new("Je offertes", "Your quotes"))
    {
        Given = new HashSet<string> { "id", "number", "orderId", "name", "address", "language", "acceptedOn", "acceptedSha256" },
    };

    public static ExportedQuote Of(Quote quote, Derivation retention, DateOnly today) => new(
        quote.Id, quote.NumberOfYear, quote.Order, quote.StateOn(today), quote.MadeOn, quote.ValidUntil, quote.Name, quote.Address, quote.Language,
        QuoteLineView.Of(quote), quote.Totals.TotalInCents, quote.Totals.Vat, quote.SentOn, quote.WithdrawnOn, quote.AcceptedOn, quote.AcceptedSha256,
        quote.RestrictedOn, quote.RestrictionReason, quote.ErasureRequestedOn, retention);
}
