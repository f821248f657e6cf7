using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Quotes;

/// <summary>A line as staff write it. Nothing is required of the body, so that its rules tell all mistakes at once.</summary>
internal sealed record QuoteLineForm(string? Description = null, int? Quantity = null, int? AmountInCents = null, int? VatRate = null);

/// <summary>A quote as staff write it.</summary>
/// <param name="ValidUntil">Thirty days from now where it is left out.</param>
internal sealed record QuoteForm(IReadOnlyList<QuoteLineForm>? Lines = null, DateOnly? ValidUntil = null, bool OneStopShop = false)
{
    public const long MaxBytes = 32 * 1024;

    // All lines are one column of a row, which holds 32 Ki characters, and a sign that is none of ASCII takes six.
    public const int MostLines = 20;
    public const int LongestDescription = 200;
    public const int MostOfOne = 1000;
    public const int MostCents = 1_000_000;

    private const int UsualDays = 30;
    private static readonly Term Longest = Term.OfMonths(6);

    /// <param name="goesOn">The day on which the order itself is destroyed: no quote of it may be left by then that was not accepted.</param>
    public Problems Problems(Order order, QuotesOptions options, DateOnly today, DateOnly? goesOn)
    {
        var problems = new Problems();
        CheckLines(problems, RatesOf(order, today));
        CheckValidity(problems, today, goesOn);
        if (OneStopShop && !options.OneStopShop)
            problems.Add("oneStopShop", "The practice does not use the one-stop-shop scheme: Quotes__OneStopShop is off.");
        else if (OneStopShop && order.Client.Address?.Country is null or Countries.Netherlands)
            problems.Add("oneStopShop", "Is for a client whose address is in another country of the European Union.");
        return problems;
    }

    /// <summary>Once there are no problems.</summary>
    public Quote ToQuote(Id id, Order order, QuotesOptions options, IReadOnlyList<string> subjects, string by)
    {
        var on = Amsterdam.DateOf(id.MadeAt);
        return new(
            id, order.Id, Number: 0, on, LastDay(on), order.Client.Name, order.Client.Address, order.Client.Language == "en" ? "en" : "nl",
            [.. Lines!.Select(line => new QuoteLine(line.Description!.Trim(), line.Quantity!.Value, line.AmountInCents!.Value, line.VatRate!.Value, on))],
            [.. options.Sender], OneStopShop, subjects, by);
    }

    private DateOnly LastDay(DateOnly madeOn) => ValidUntil ?? madeOn.AddDays(UsualDays);

    private IReadOnlyList<int> RatesOf(Order order, DateOnly today) =>
        VatRates.InForce(OneStopShop && order.Client.Address is { } address ? address.Country : Countries.Netherlands, today);

    private void CheckLines(Problems problems, IReadOnlyList<int> rates)
    {
        if (Lines is not { Count: >= 1 and <= MostLines })
        {
            problems.Add("lines", $"Must be 1 to {MostLines} lines.");
            return;
        }
        foreach (var (at, line) in Lines.Index())
        {
            problems.CheckText($"lines[{at}].description", line.Description?.Trim(), LongestDescription);
            if (line.Quantity is not (>= 1 and <= MostOfOne))
                problems.Add($"lines[{at}].quantity", $"Must be a whole number from 1 to {MostOfOne}.");
            if (line.AmountInCents is not (>= -MostCents and <= MostCents))
                problems.Add($"lines[{at}].amountInCents", $"Must be a whole number of cents, VAT included, from {-MostCents} to {MostCents}.");
            if (line.VatRate is not { } rate || !rates.Contains(rate))
                problems.Add($"lines[{at}].vatRate", rates.Count == 0 ? "No rate of this country is known here." : $"Must be a rate in percent that is in force today: {string.Join(", ", rates)}.");
        }
        if (Lines.Sum(line => (long)(line.Quantity ?? 0) * (line.AmountInCents ?? 0)) < 0)
            problems.Add("lines", "Must not add up to less than nothing.");
    }

    private void CheckValidity(Problems problems, DateOnly today, DateOnly? goesOn)
    {
        if (ValidUntil < today)
            problems.Add("validUntil", "Must not be in the past.");
        else if (ValidUntil > Longest.After(today))
            problems.Add("validUntil", $"Must not be after {Longest.After(today).Iso()}.");
        else if (RetentionSchedule.Quote.Term.After(LastDay(today)) > goesOn)
            problems.Add("validUntil", $"The order is destroyed on {goesOn.Value.Iso()}, and a quote must be able to go before that.");
    }
}
