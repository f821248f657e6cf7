namespace WelWee3D.Quotes;

/// <summary>A line of a quote. A consumer is quoted what she pays: the amount has the VAT in it.</summary>
/// <param name="AmountInCents">Of one of them, VAT included; below zero it is a discount.</param>
/// <param name="VatRate">In percent.</param>
/// <param name="VatRateOn">The day on which that rate was in force and was taken for this line.</param>
public sealed record QuoteLine(string Description, int Quantity, int AmountInCents, int VatRate, DateOnly VatRateOn)
{
    public long TotalInCents => (long)Quantity * AmountInCents;
}

/// <summary>How much of a quote is VAT, at one rate.</summary>
/// <param name="OfInCents">What was asked at that rate, VAT included.</param>
/// <param name="VatInCents">What of that is VAT, rounded to whole cents once.</param>
public sealed record VatTotal(int Rate, long OfInCents, long VatInCents);

/// <summary>What the lines of a quote add up to.</summary>
public sealed record QuoteTotals(long TotalInCents, IReadOnlyList<VatTotal> Vat)
{
    public static QuoteTotals Of(IReadOnlyList<QuoteLine> lines) => new(
        lines.Sum(line => line.TotalInCents),
        [
            .. from line in lines
               group line.TotalInCents by line.VatRate into rate
               orderby rate.Key descending
               let of = rate.Sum()
               select new VatTotal(rate.Key, of, VatIn(of, rate.Key)),
        ]);

    private static long VatIn(long cents, int rate) => (long)Math.Round((decimal)cents * rate / (100 + rate), MidpointRounding.AwayFromZero);
}
