using System.Text.RegularExpressions;
using WelWee3D.Http;
using WelWee3D.People;

namespace WelWee3D.Orders;

/// <summary>A client as staff write one down.</summary>
public sealed record ClientForm(string Name, string Email, string Language, string? Phone = null, AddressForm? Address = null)
{
    public const long MaxBytes = 16 * 1024;

    public static ClientForm Of(Client client) =>
        new(client.Name, client.Email, client.Language, client.Phone, AddressForm.Of(client.Address));

    public Client ToClient() => new(Name.Trim(), Email.Trim(), Phone?.Trim(), Address?.ToAddress(), Language);

    public Problems Problems()
    {
        var problems = new Problems();
        var client = ToClient();
        problems.CheckText("name", client.Name, 200);
        problems.CheckEmail("email", client.Email);
        if (client.Phone is { } phone)
            problems.CheckPhone("phone", phone);
        if (client.Address is { } address)
            AddressForm.Check(address, problems);
        problems.CheckLanguage("language", client.Language);
        return problems;
    }
}

/// <summary>The members of a <see cref="ClientForm"/> that a patch may name.</summary>
public sealed record ClientPatch(
    string? Name = null, string? Email = null, string? Language = null, string? Phone = null, AddressPatch? Address = null);

public sealed record AddressPatch(
    string? Line1 = null, string? PostalCode = null, string? City = null, string? Country = null, string? Line2 = null);

public sealed partial record AddressForm(string Line1, string PostalCode, string City, string Country, string? Line2 = null)
{
    public static AddressForm? Of(Address? address) => address is null
        ? null
        : new(address.Line1, address.PostalCode, address.City, address.Country, address.Line2);

    /// <summary>As it is kept: <c>1234ab</c> is the postal code 1234 AB, and <c>nl</c> the country NL.</summary>
    public Address ToAddress()
    {
        var country = Countries.Code(Country);
        return new(Line1.Trim(), Line2?.Trim(), country == Countries.Netherlands ? Spaced(PostalCode) : PostalCode.Trim(), City.Trim(), country);
    }

    public static void Check(Address address, Problems problems)
    {
        problems.CheckText("address.line1", address.Line1, 200);
        if (address.Line2 is { } line2)
            problems.CheckText("address.line2", line2, 200);
        problems.CheckText("address.city", address.City, 100);
        if (!Countries.Codes.Contains(address.Country))
            problems.Add("address.country", "Must be a country code of two capitals (ISO 3166-1), such as NL.");
        if (address.Country != Countries.Netherlands)
            problems.CheckText("address.postalCode", address.PostalCode, 20);
        else if (!DutchPostalCode().IsMatch(address.PostalCode))
            problems.Add("address.postalCode", "Must be a Dutch postal code, such as 1012 AB.");
    }

    private static string Spaced(string postalCode)
    {
        var signs = string.Concat(postalCode.Where(sign => !char.IsWhiteSpace(sign))).ToUpperInvariant();
        return signs.Length == 6 ? $"{signs[..4]} {signs[4..]}" : signs;
    }

    // SA, SD and SS are never given out.
    [GeneratedRegex("^[1-9][0-9]{3} (?!SA|SD|SS)[A-Z]{2}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex DutchPostalCode();
}
