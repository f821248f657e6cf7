using WelWee3D.Orders;

namespace WelWee3D.Quotes;

/// <summary>What a rule says about a quote: how it is to be from now on, or why not.</summary>
public readonly record struct QuoteRuling
{
    private QuoteRuling(Quote? quote, Refusal? refusal) => (Quote, Refusal) = (quote, refusal);

    public Quote? Quote { get; }

    public Refusal? Refusal { get; }

    public static implicit operator QuoteRuling(Quote quote) => new(quote, null);

    public static implicit operator QuoteRuling(Refusal refusal) => new(null, refusal);
}

/// <summary>What may happen to a quote. Asking for what is so already changes nothing. Pure.</summary>
public static class QuoteRules
{
    /// <summary>Why a quote may not be used (GDPR article 18); null when it may.</summary>
    public static Refusal? Restricted(Quote quote) => quote.RestrictedOn is { } since
        ? new Refusal.Conflict("restrictedOn", $"Since {since.Iso()} this may only be stored, not used.")
        : null;

    /// <summary>Why nothing can be offered for an order (any more); null when it can.</summary>
    public static Refusal? Closed(Order order) => OrderRules.Erasing(order) ?? (order.CancelledOn is { } cancelled
        ? new Refusal.Conflict("cancelledOn", $"The order was cancelled on {cancelled.Iso()}.")
        : null);

    private static Refusal? Erasing(Quote quote) => quote.ErasureRequestedOn is null ? null : new Refusal.Conflict("erasureRequestedOn", "This quote is being erased.");

    public static QuoteRuling Send(Quote quote, DateOnly today) => quote.StateOn(today) switch
    {
        _ when Erasing(quote) is { } erasing => erasing,
        QuoteState.Draft => quote with { SentOn = today },
        QuoteState.Sent => quote,
        _ => Over(quote, today)!,
    };

    /// <summary>It makes way for a later one. What was accepted, or is over, stays as it is; so does what nobody was sent.</summary>
    public static Quote Supersede(Quote quote, Id by, DateOnly today) =>
        quote.Id != by && quote.StateOn(today) == QuoteState.Sent ? quote with { SupersededBy = by } : quote;

    public static QuoteRuling Withdraw(Quote quote, DateOnly today) => quote.StateOn(today) switch
    {
        QuoteState.Withdrawn => quote,
        QuoteState.Accepted => Over(quote, today)!,
        _ => quote with { WithdrawnOn = today },
    };

    /// <param name="sha256">Of what its client had before her. What she accepted once she has accepted.</param>
    public static QuoteRuling Accept(Quote quote, string? sha256, DateOnly today) => quote.StateOn(today) switch
    {
        QuoteState.Accepted when sha256 == quote.AcceptedSha256 => quote,
        _ when Erasing(quote) is { } erasing => erasing,
        QuoteState.Sent when sha256 == QuoteText.Sha256(quote) => quote with { AcceptedOn = today, AcceptedSha256 = sha256 },
        QuoteState.Sent => new Refusal.Conflict("sha256", "Is not that of the quote as it stands: read it again first."),
        QuoteState.Draft => new Refusal.Conflict("sentOn", "The quote has not been sent."),
        _ => Over(quote, today)!,
    };

    private static Refusal.Conflict Over(Quote quote, DateOnly today) => quote.StateOn(today) switch
    {
        QuoteState.Accepted => new("acceptedOn", $"The quote was accepted on {quote.AcceptedOn!.Value.Iso()}: it does not change any more."),
        QuoteState.Withdrawn => new("withdrawnOn", $"The quote was withdrawn on {quote.WithdrawnOn!.Value.Iso()}."),
        QuoteState.Superseded => new("supersededBy", "A later quote took its place."),
        _ => new("validUntil", $"The quote could be accepted up to and including {quote.ValidUntil.Iso()}."),
    };
}
