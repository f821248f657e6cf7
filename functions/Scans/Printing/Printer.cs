namespace WelWee3D.Scans.Printing;

/// <summary>A printer of figurines: what it takes, and what it costs. Its data are settings under <c>Printers</c>.</summary>
public sealed class Printer
{
    /// <summary>What staff call it by.</summary>
    public string Name { get; set; } = "";

    /// <summary>The label in the register of whoever prints with it; empty for one of the practice.</summary>
    public string Recipient { get; set; } = "";

    /// <summary>Of its box, in millimetres, like the next two.</summary>
    public double Width { get; set; }

    public double Depth { get; set; }

    public double Height { get; set; }

    public long MostTriangles { get; set; }

    public double GramsPerCubicCentimetre { get; set; }

    /// <summary>Without VAT, like the fixed price.</summary>
    public decimal PricePerGram { get; set; }

    /// <summary>Of a figurine, whatever its weight.</summary>
    public decimal FixedPrice { get; set; }

    /// <summary>By ISO 4217.</summary>
    public string Currency { get; set; } = "EUR";
}

/// <summary>The settings under <c>Printers</c>.</summary>
public sealed class PrinterOptions
{
    public IList<Printer> Printers { get; } = [];
}
