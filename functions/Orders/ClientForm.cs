using System.Text.RegularExpressions;
using WelWee3D.Http;
using WelWee3D.People;

namespace WelWee3D.Orders;

/// <summary>
/// A client as staff write one down, with how high her figurine is to be, and the day on which her order was opened where that is
/// not today. Nothing is required of the body, so that its rules tell all that is missing or wrong at once.
/// </summary>
public sealed record ClientForm(
    string? Name = null, string? Email = null, string? Language = null, string? Phone = null, AddressForm? Address = null,
    DateOnly? OpenedOn = null, int? HeightInMillimetres = null, bool DestroysNow = false, string? Reason = null)
{
    public const long MaxBytes = 16 * 1024;

    public const int LowestFigurine = 20;
    public const int HighestFigurine = 500;

    public static ClientForm Of(Order order) => new(
        order.Client.Name, order.Client.Email, order.Client.Language, order.Client.Phone, AddressForm.Of(order.Client.Address), order.OpenedOn,
        order.HeightInMillimetres);

    /// <summary>Once there are no problems.</summary>
    public Client ToClient() => new(Name!.Trim(), MailAddresses.Kept(Email!), Phones.Kept(Phone), Address?.ToAddress(), FieldRules.Language(Language!));

    /// <param name="stands">The order as it is, if it is there already.</param>
    public Problems Problems(DateOnly today, Order? stands = null)
    {
        var problems = Problems(stands?.Client);
        if (OpenedOn is { } on && on != stands?.OpenedOn)
            problems.CheckDay("openedOn", on, OrderRules.Earliest, today);
        return problems;
    }

    /// <param name="stands">The client as she stands, if any: a number that was taken then is not refused now.</param>
    public Problems Problems(Client? stands = null)
    {
        var problems = new Problems();
        if (Reason is not null)
            problems.CheckReason(Reason);
        problems.CheckText("name", Name?.Trim(), 200);
        problems.CheckEmail("email", Email?.Trim());
        if (Phone?.Trim() is { } phone && phone != stands?.Phone)
            problems.CheckPhone("phone", phone);
        Address?.Check(problems);
        problems.CheckLanguage("language", Language);
        if (HeightInMillimetres is < LowestFigurine or > HighestFigurine)
            problems.Add("heightInMillimetres", $"Must be a whole number from {LowestFigurine} to {HighestFigurine}.");
        return problems;
    }
}

/// <summary>The members of a <see cref="ClientForm"/> that a patch may name.</summary>
public sealed record ClientPatch(
    string? Name = null, string? Email = null, string? Language = null, string? Phone = null, AddressPatch? Address = null,
    DateOnly? OpenedOn = null, int? HeightInMillimetres = null, bool DestroysNow = false, string? Reason = null);

public sealed record AddressPatch(
    string? Line1 = null, string? PostalCode = null, string? City = null, string? Country = null, string? Line2 = null);

public sealed partial record AddressForm(
    string? Line1 = null, string? PostalCode = null, string? City = null, string? Country = null, string? Line2 = null)
{
    public static AddressForm? Of(Address? address) => address is null
        ? null
        : new(address.Line1, address.PostalCode, address.City, address.Country, address.Line2);

    /// <summary>As it is kept, once there are no problems: <c>1234ab</c> is the postal code 1234 AB, and <c>nl</c> the country NL.</summary>
    public Address ToAddress() => new(Line1!.Trim(), Line2?.Trim(), KeptPostalCode!, City!.Trim(), KeptCountry!);

    public void Check(Problems problems)
    {
        problems.CheckText("address.line1", Line1?.Trim(), 200);
        if (Line2?.Trim() is { } line2)
            problems.CheckText("address.line2", line2, 200);
        if (KeptCountry != Countries.Netherlands || PostalCode is null)
            problems.CheckText("address.postalCode", KeptPostalCode, 20);
        else if (!DutchPostalCode().IsMatch(KeptPostalCode!))
            problems.Add("address.postalCode", "Must be a Dutch postal code, such as 1012 AB.");
        problems.CheckText("address.city", City?.Trim(), 100);
        if (KeptCountry is null || !Countries.Codes.Contains(KeptCountry))
            problems.Add("address.country", "Must be a country code of two letters (ISO 3166-1), such as NL.");
    }

    private string? KeptCountry => Country is null ? null : Countries.Code(Country);

    private string? KeptPostalCode => KeptCountry == Countries.Netherlands && PostalCode is not null ? Spaced(PostalCode) : PostalCode?.Trim();

    private static string Spaced(string postalCode)
    {
        var signs = string.Concat(postalCode.Where(sign => !char.IsWhiteSpace(sign))).ToUpperInvariant();
        return signs.Length == 6 ? $"{signs[..4]} {signs[4..]}" : signs;
    }

    // SA, SD and SS are never given out.
    [GeneratedRegex("^[1-9][0-9]{3} (?!SA|SD|SS)[A-Z]{2}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex DutchPostalCode();
}
