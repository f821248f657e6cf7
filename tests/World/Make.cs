using WelWee3D.Tests.Formats;

namespace WelWee3D.Tests;

/// <summary>Things as they are in most tests, not stored anywhere.</summary>
internal static class Make
{
    public const string Email = "anna@example.nl";

    /// <summary>The file of a scan: twelve triangles, in the size of a body.</summary>
    public static readonly byte[] File = StlFiles.BinaryBox(300, 400, 1700);

    public static Client Client(string email = Email, string? phone = null) => new("Anna de Vries", email, Phones.Kept(phone), null, "nl");

    /// <summary>Taken by phone: nobody needs to be told of it.</summary>
    public static ContactMessage Message(DateTimeOffset at, string email = Email, string? phone = null) => ContactMessage.From(
        new ContactForm { Name = "Anna", Email = email, Phone = phone, Message = "Kan het ook zittend?" }, Id.New(at), at) with { Channel = ContactChannel.Phone };

    /// <summary>A request that was taken by phone.</summary>
    public static PrivacyRequest Request(DateTimeOffset at, string email = Email, string? phone = null, RequestKind kind = RequestKind.Access) => new(
        Id.New(at), kind, "Anna de Vries", email, Phones.Kept(phone), "Wat weten jullie?", "nl", RequestChannel.Phone, Amsterdam.DateOf(at));

    public static Order Order(DateTimeOffset at)
    {
        var id = Id.New(at);
        return new() { Id = id, Client = Client(), OpenedOn = Amsterdam.DateOf(at), Due = DueRow.First(null, new(Kinds.Order, id)) };
    }

    public static Scan Scan(DateTimeOffset at, long? bytes = null, params string[] disks)
    {
        var id = Id.New(at);
        return new()
        {
            Id = id, FileName = "buik.stl", BlobName = $"{id}.stl", ScannedOn = Amsterdam.DateOf(at), Bytes = bytes ?? File.Length,
            Copies = [.. disks.Select(disk => Copy(at, disk))],
        };
    }

    /// <summary>A copy on a disk of the register.</summary>
    public static DiskCopy Copy(DateTimeOffset at, string disk = "SCHIJF-1") =>
        new(Id.New(at), disk, Amsterdam.DateOf(at), DiskId: Id.New(at));

    public static Act Act(DateTimeOffset at, string? reason = null) => new(at, "staff", reason);

    public static ConsentGiven Consent(DateTimeOffset at, ConsentAnswer answer = ConsentAnswer.Yes, string textVersion = "1") =>
        new(Id.New(at), Purpose.KeepScan, answer, Channel.Paper, "nl", textVersion, at, "staff");

    /// <summary>Consent to make the figurine, without which no scan is taken in.</summary>
    public static ConsentGiven Agreed(DateTimeOffset at) => Consent(at) with { Purpose = Purpose.MakeFigurine };

    /// <summary>A quote that was sent, without its number.</summary>
    public static Quote Quote(Order order, DateTimeOffset at, IReadOnlyList<string>? subjects = null)
    {
        var (id, today) = (Id.New(at), Amsterdam.DateOf(at));
        return new(
            id, order.Id, 0, today, today.AddDays(30), order.Client.Name, order.Client.Address, order.Client.Language,
            [new("Beeldje van 15 cm", 1, 14_900, 21, today), new("Verzenden", 2, 675, 21, today)], ["Verloskundigenpraktijk Wel & Wee"], OneStopShop: false,
            subjects ?? [], "staff", SentOn: today);
    }

    /// <summary>By its client, as her link does it. Before it has its number that is not in what is hashed.</summary>
    public static Quote Accepted(Quote quote, DateOnly on) => quote with { AcceptedOn = on, AcceptedSha256 = QuoteText.Sha256(quote) };

    public static Hold Hold(DateTimeOffset at, DateOnly until) => new(Id.New(at), "A claim.", until);

    public static UploadMetadata Metadata(Id order) => new(order, "buik.stl", null, "filename YnVpay5zdGw=");
}
