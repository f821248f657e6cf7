using WelWee3D.Tests.Uploads;

namespace WelWee3D.Tests.Scans.Printing;

/// <summary>With two printers: one of the recipient <c>PRINTER</c>, and one of the practice, which is too small for most.</summary>
public sealed class PrintersWorld : HttpWorld
{
    internal static WorldOptions With { get; } = new()
    {
        Settings = new Dictionary<string, string?>
        {
            ["Printers:0:Name"] = "PA12",
            ["Printers:0:Recipient"] = "PRINTER",
            ["Printers:0:Width"] = "300",
            ["Printers:0:Depth"] = "300",
            ["Printers:0:Height"] = "300",
            ["Printers:0:MostTriangles"] = "1000000",
            ["Printers:0:GramsPerCubicCentimetre"] = "1.01",
            ["Printers:0:PricePerGram"] = "0.65",
            ["Printers:0:FixedPrice"] = "7.50",
            ["Printers:1:Name"] = "Eigen printer",
            ["Printers:1:Width"] = "100",
            ["Printers:1:Depth"] = "100",
            ["Printers:1:Height"] = "100",
            ["Printers:1:MostTriangles"] = "10",
            ["Printers:1:GramsPerCubicCentimetre"] = "1.24",
        },
    };

    protected override WorldOptions Options => With;

    /// <summary>An order for a figurine of 140 mm, and its scan, of which the file was uploaded and read.</summary>
    internal async Task<(Id Order, Scan Scan)> Uploaded(byte[] file, string name = "buik.stl", int? height = 140)
    {
        var tus = new TusClient(this);
        var order = await tus.OpenOrder();
        await World.Get<OrderStore>().Change(order, found => found with { HeightInMillimetres = height }, default);
        await tus.Resume(await tus.Create(order, file.Length, name), file);
        return (order, await Eventually.Find(() => tus.OnlyScan(order), scan => scan.Facts is not null));
    }
}
