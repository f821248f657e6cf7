using WelWee3D.Storage;

namespace WelWee3D.Orders;

/// <summary>What of its client an order's recipient may be given besides scans.</summary>
public enum ClientDetail
{
    Name,
    Email,
    Phone,
    Address,
}

/// <summary>What was given to a recipient on a day (GDPR articles 15(1)(c) and 19).</summary>
/// <param name="Recipient">Its label in the register.</param>
/// <param name="Name">What it was called then.</param>
/// <param name="Purpose">What it was given for.</param>
/// <param name="Scans">Of this order, also once they are destroyed here.</param>
public sealed record Disclosure(
    Id Id, string Recipient, string Name, string Purpose, IReadOnlyList<Id> Scans, IReadOnlyList<ClientDetail> Details, DateOnly GivenOn)
{
    // They are one property of a row, which holds 32 Ki characters. Ten times all scans of an order fit.
    private const int MostCharacters = 30_000;

    public bool SaysTheSameAs(Disclosure other) =>
        (Recipient, GivenOn) == (other.Recipient, other.GivenOn) && Scans.ToHashSet().SetEquals(other.Scans) && Details.ToHashSet().SetEquals(other.Details);

    public static bool HaveRoom(IReadOnlyList<Disclosure> disclosures) => StoredJson.Write(disclosures).Length < MostCharacters;
}
