namespace WelWee3D.Quotes;

/// <summary>A rate of VAT, with the days on which it is in force in a country.</summary>
/// <param name="Until">The last of these days; null where none is known.</param>
public sealed record VatRate(string Country, int Percent, DateOnly From, DateOnly? Until = null)
{
    public bool IsInForce(DateOnly day) => From <= day && !(Until < day);
}

/// <summary>
/// The rates that a quote can have. A change of the law is a row here, and the last day of the row before it. Of other countries
/// stand here those that the practice sends figurines to under the one-stop-shop scheme, where the rate is that of the country.
/// </summary>
public static class VatRates
{
    /// <summary>When somebody last held the list against the law and the European Commission's list of rates.</summary>
    public static readonly DateOnly CheckedOn = new(2026, 11, 27);

    /// <summary>From the Wet op de omzetbelasting 1968 (article 9) and from the European Commission's list of rates, looked at on <see cref="CheckedOn"/>.</summary>
    public static readonly IReadOnlyList<VatRate> All =
    [
        new("NL", 19, new(2001, 1, 1), new(2012, 9, 30)),
        new("NL", 21, new(2012, 10, 1)),
        new("NL", 6, new(1986, 10, 1), new(2018, 12, 31)),
        new("NL", 9, new(2019, 1, 1)),
        new("NL", 0, new(1969, 1, 1)),
        new("BE", 21, new(1996, 1, 1)),
        new("DE", 19, new(2021, 1, 1)),
    ];

    /// <summary>The percentages that hold in a country on a day, the highest first.</summary>
    public static IReadOnlyList<int> InForce(string country, DateOnly day) =>
        [.. All.Where(rate => rate.Country == country && rate.IsInForce(day)).Select(rate => rate.Percent).OrderDescending()];
}
