using WelWee3D.Formats;

namespace WelWee3D.Orders;

/// <summary>What of its client an order's recipient may be given besides scans.</summary>
public enum ClientDetail
{
    Name,
    Email,
    Phone,
    Address,
}

/// <summary>The file that was made of a scan for whoever prints it: its geometry alone.</summary>
/// <param name="HeightInMillimetres">Of the figurine that it was scaled to; null where it is as large as the scan.</param>
/// <param name="Sha256">Null as long as it was never sent to its end.</param>
public sealed record PrintCopy(ScanFormat Format, long Bytes, int? HeightInMillimetres, string? Sha256 = null);

/// <summary>What was given to a recipient on a day (GDPR articles 15(1)(c) and 19).</summary>
/// <param name="Recipient">Its label in the register.</param>
/// <param name="Name">What it was called then.</param>
/// <param name="Purpose">What it was given for.</param>
/// <param name="Scans">Of this order, also once they are destroyed here.</param>
/// <param name="PrintCopy">As what the scan was given; null for the file that came, and for what was given some other way.</param>
public sealed record Disclosure(
    Id Id, string Recipient, string Name, string Purpose, IReadOnlyList<Id> Scans, IReadOnlyList<ClientDetail> Details, DateOnly GivenOn,
    PrintCopy? PrintCopy = null)
{
    public const string Full = "This order has as many recipients as it can hold.";

    // They are one property of a row, which holds 32 Ki characters. Ten times all scans of an order fit, and there is room left
    // for what comes with a scan that moves.
    private const int MostCharacters = 24_000, MostWithMoved = 32_000;

    private static readonly string AnySha256 = new('0', 64);

    public bool SaysTheSameAs(Disclosure other) =>
        (Recipient, GivenOn) == (other.Recipient, other.GivenOn) && Scans.ToHashSet().SetEquals(other.Scans) && Details.ToHashSet().SetEquals(other.Details)
        && Unsent(PrintCopy) == Unsent(other.PrintCopy);

    /// <summary>Once all of its print copy was sent, or is about to be.</summary>
    public Disclosure Sent(string sha256) => this with { PrintCopy = PrintCopy! with { Sha256 = sha256 } };

    /// <summary>What was given of a scan, as the order tells it that the scan is with from now on: details went with the former client's.</summary>
    public static IEnumerable<Disclosure> Of(IReadOnlyList<Disclosure> former, Id scan, Id moved) =>
        former.Where(each => each.Scans.Contains(scan)).Select(each => each with { Scans = [moved], Details = [] });

    /// <summary>Without a scan that is another client's: nobody is to be told of it here.</summary>
    public static IReadOnlyList<Disclosure> Without(IReadOnlyList<Disclosure> all, Id scan) =>
        [.. all.Select(each => each with { Scans = [.. each.Scans.Where(id => id != scan)] }).Where(each => each.Scans.Count + each.Details.Count > 0)];

    private static PrintCopy? Unsent(PrintCopy? copy) => copy is null ? null : copy with { Sha256 = null };

    public static bool HaveRoom(IReadOnlyList<Disclosure> disclosures) => StoredJson.Write(disclosures).Length < MostCharacters;

    /// <summary>Whether they fit with those of a scan that moves, also once each print copy among them was sent.</summary>
    public static bool Fit(IReadOnlyList<Disclosure> disclosures) =>
        StoredJson.Write(disclosures.Select(each => each.PrintCopy is { Sha256: null } ? each.Sent(AnySha256) : each).ToList()).Length < MostWithMoved;
}
