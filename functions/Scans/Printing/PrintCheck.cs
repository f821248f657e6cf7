using WelWee3D.Formats;

namespace WelWee3D.Scans.Printing;

/// <summary>What a figurine costs; without VAT.</summary>
public sealed record Price(decimal Amount, string Currency);

/// <summary>Whether a scan is ready for one printer. Nothing here is a refusal: who prints decides.</summary>
/// <param name="Scale">Millimetres of the figurine for each millimetre of the scan; null while no height is told.</param>
/// <param name="Size">The sides of the figurine in millimetres; null likewise.</param>
/// <param name="Grams">Printed solid; null also where a warning says why it cannot be told.</param>
public sealed record PrintCheck(
    string Printer, double? Scale, Point? Size, double? Grams, Price? PriceWithoutVat, IReadOnlyList<PrintWarning> Warnings)
{
    /// <param name="facts">Of a scan that can be used.</param>
    /// <param name="heightInMillimetres">Null where its order does not tell it.</param>
    public static PrintCheck Of(ScanFacts facts, int? heightInMillimetres, Printer printer)
    {
        var figurine = heightInMillimetres is { } height ? Figurine.Of(facts, height) : null;
        var grams = figurine?.Grams(facts, printer);
        return new(
            printer.Name,
            figurine is null ? null : Math.Round(figurine.Factor / LengthUnit.Of(facts.Unit).Millimetres, 6),
            figurine?.Size,
            grams,
            grams is { } weight ? PriceOf(weight, printer) : null,
            [.. WarningsOf(facts, heightInMillimetres, figurine, printer)]);
    }

    private static Price PriceOf(double grams, Printer printer) => new(
        Math.Round(printer.FixedPrice + ((decimal)grams * printer.PricePerGram), 2, MidpointRounding.AwayFromZero), printer.Currency);

    private static IEnumerable<PrintWarning> WarningsOf(ScanFacts facts, int? heightInMillimetres, Figurine? figurine, Printer printer)
    {
        if (heightInMillimetres is null)
            yield return PrintWarning.NoHeight;
        if (figurine?.Fits(printer) is false)
            yield return PrintWarning.DoesNotFit;
        if (facts.FiniteTriangles > printer.MostTriangles)
            yield return PrintWarning.TooManyTriangles;
        if (WarningOfSurface(facts) is { } warning)
            yield return warning;
        if (facts.UnitFrom is not (UnitSource.File or UnitSource.Format))
            yield return PrintWarning.UnitUnknown;
        if (facts.Bounds is { } bounds && BodySize.Warnings(bounds, facts.Unit).Count > 0)
            yield return PrintWarning.NoBody;
    }

    private static PrintWarning? WarningOfSurface(ScanFacts facts) => facts switch
    {
        { Closed: null } or { Volume: null } => PrintWarning.NotMeasured,
        { Closed: false } => PrintWarning.NotClosed,
        { Volume: < 0 } => PrintWarning.InsideOut,
        { Volume: 0 } => PrintWarning.NothingInside,
        _ => null,
    };
}
