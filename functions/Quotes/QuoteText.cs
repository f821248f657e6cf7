namespace WelWee3D.Quotes;

/// <summary>
/// The form of a quote that is hashed when it is accepted: a line for each value, in UTF-8, with a line feed after each but the last. It
/// has all that the client sees and is held to, whatever language and page she sees it in. No value has a line feed in it.
/// </summary>
public static class QuoteText
{
    public static string Of(Quote quote) => string.Join('\n', Lines(quote));

    /// <summary>In hex.</summary>
    public static string Sha256(Quote quote) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(quote))));

    private static IEnumerable<string> Lines(Quote quote)
    {
        yield return "Wel & Wee - 3D, quote, form 1";
        yield return $"number: {quote.NumberOfYear}";
        yield return $"made on: {quote.MadeOn.Iso()}";
        yield return $"valid until: {quote.ValidUntil.Iso()}";
        foreach (var line in quote.Sender)
            yield return $"from: {line}";
        yield return $"to: {quote.Name}";
        foreach (var line in quote.Address?.OnLines() ?? [])
            yield return $"address: {line}";
        foreach (var line in quote.Lines)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"line: {line.Quantity} x {line.AmountInCents} cents with {line.VatRate}% VAT as of {line.VatRateOn.Iso()}: {line.Description}");
        foreach (var vat in quote.Totals.Vat)
            yield return string.Create(CultureInfo.InvariantCulture, $"VAT {vat.Rate}%: {vat.VatInCents} of {vat.OfInCents} cents");
        yield return string.Create(CultureInfo.InvariantCulture, $"total with VAT: {quote.Totals.TotalInCents} cents");
    }
}
