namespace WelWee3D.Local;

/// <summary>A client of nobody's, and what happened to her order how many days ago.</summary>
/// <param name="Keeps">What she answered to keeping her scan: yes or no.</param>
/// <param name="Disk">The disk on which a copy of it lies.</param>
/// <param name="HeldFor">Why it has to stay.</param>
/// <param name="Quoted">Whether a quote was made for her; true where it was sent too.</param>
/// <param name="IsNoScan">Whether somebody sent a file that is none.</param>
/// <param name="Format">Of her scan: what the name of its file ends in.</param>
internal sealed record DemoClient(
    string Name, int OpenedAgo, int? ScannedAgo = null, int? ShippedAgo = null, string? Keeps = null, int? CancelledAgo = null, string? Disk = null,
    string? HeldFor = null, bool IsNoScan = false, bool? Quoted = null, string Format = "stl")
{
    public string Email => AddressOf(Name);

    public string Phone => $"06 1{Math.Abs(OpenedAgo * 7919 + Name.Length) % 10_000_000:D7}";

    public float Size => 0.9f + OpenedAgo % 97 / 900f + Name.Length / 2000f;

    public static string AddressOf(string name) =>
        $"{string.Concat(name.Normalize(System.Text.NormalizationForm.FormD).Where(sign => sign is ' ' || char.IsAsciiLetter(sign))).Replace(' ', '.').ToLowerInvariant()}@voorbeeld.example";

    public static readonly IReadOnlyList<DemoClient> All =
    [
        // Long ago, and still not sent: what becomes of them?
        new("Anouk Brinkman", 425, 424, Keeps: "no"),
        new("Jolien Terpstra", 398, 391),
        // Sent long ago: their scans are gone, or kept because they asked for it.
        new("Merel van Dalen", 390, 380, 350, Keeps: "yes"),
        new("Sanne Oosterhof", 360, 355, 330, Keeps: "no"),
        new("Fatima el Amrani", 340, 338, 310, Keeps: "yes"),
        new("Lotte Hendriks", 320, 318, 290, Keeps: "no"),
        new("Iris Wouters", 300, 296, 270, Keeps: "yes"),
        new("Daphne Kuiper", 280, 276, 255, Keeps: "no"),
        new("Renske Postma", 260, 259, 230, Keeps: "yes", HeldFor: "Beeldje kwam kapot aan; de verzekeraar zoekt het uit."),
        new("Noor Schouten", 240, 238, 215, Keeps: "no"),
        new("Eline Verbeek", 220, 216, 190, Keeps: "yes"),
        new("Marije de Graaf", 200, 199, 170, Keeps: "no"),
        new("Yasmin Öztürk", 180, 176, 150, Keeps: "yes"),
        new("Tessa Bouman", 165, 160, 128, Keeps: "no"),
        // Sent two months ago: these go about now, and of two a copy lies on a disk.
        new("Femke de Vries", 100, 98, 61, Keeps: "no", Disk: "KAST-1"),
        new("Hanna Prins", 98, 95, 58, Keeps: "no"),
        new("Carlijn Smit", 96, 92, 56, Keeps: "no"),
        new("Ilse van Leeuwen", 94, 90, 57, Keeps: "no", Disk: "KAST-2"),
        new("Roos Mulder", 90, 84, 47, Keeps: "no"),
        new("Suzan Bakker", 80, 76, 40, Keeps: "yes"),
        new("Nienke Jonker", 75, 70, 33, Keeps: "no", Format: "zip"),
        new("Aisha Haddad", 70, 66, 28, Keeps: "yes", Format: "3mf"),
        new("Vera Langeveld", 60, 55, 20, Keeps: "no", Format: "ply"),
        // Nothing was sent.
        new("Kim Dijkstra", 58, 52, CancelledAgo: 30, Keeps: "no"),
        new("Myrthe Vos", 50, 44, CancelledAgo: 12),
        // At work.
        new("Linde Aalbers", 35, 30, Keeps: "yes"),
        new("Sophie Meijer", 25, 21, Keeps: "no", Disk: "KAST-1", Format: "obj"),
        new("Bo Timmermans", 18, 11, IsNoScan: true),
        new("Julia Koning", 10, 6, Keeps: "yes", Quoted: false, Format: "glb"),
        new("Emma Verhoeven", 3, Quoted: true),
    ];

    public static readonly IReadOnlyList<(string Name, string Email, string Text)> Messages =
    [
        ("Karin Blom", "karin.blom@voorbeeld.example", "Tot hoeveel weken kan ik een scan laten maken?"),
        ("Petra Roos", "petra.roos@voorbeeld.example", "Hoe groot wordt het beeldje?"),
        ("Marit Dam", "marit.dam@voorbeeld.example", "Kan mijn zus ook meekomen naar de scan?"),
        ("Els Zwart", "els.zwart@voorbeeld.example", "Is er in december nog plek?"),
        ("Joke Visser", "joke.visser@voorbeeld.example", "Mijn beeldje is er, wat is het mooi geworden!"),
    ];

    public const string LooksLikeARobots = "Goedemiddag, kan mijn moeder bij de scan zijn? Zij zit in een rolstoel.";

    public static readonly IReadOnlyList<object> QuoteLines =
    [
        new { description = "Beeldje van 14 cm", quantity = 1, amountInCents = 9900, vatRate = 21 },
        new { description = "Verzenden", quantity = 1, amountInCents = 695, vatRate = 21 },
    ];

    public static readonly IReadOnlyList<(int Ago, string Kind, string Name, string Text)> Requests =
    [
        (24, "access", "Merel van Dalen", "Ik wil graag weten wat jullie van mij bewaren."),
        (8, "erasure", "Lotte Hendriks", "Willen jullie alles van mij wissen?"),
        (2, "rectification", "Julia Koning", "Ik ben verhuisd, mijn adres klopt niet meer."),
    ];

    /// <summary>How often a page of the website was seen on a day.</summary>
    public static readonly IReadOnlyList<(int Ago, string Page, int Times)> Visits =
    [
        .. Enumerable.Range(0, 7).SelectMany(month => ((int, string, int)[])[(33 + month * 30, "/", 6 + month * 5 % 7), (34 + month * 30, "/tarieven", 5 + month % 3)]),
        .. ((int, string, int)[])[(2, "/", 6), (5, "/", 9), (6, "/tarieven", 5), (11, "/", 7)],
    ];
}
