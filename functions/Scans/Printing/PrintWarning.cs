namespace WelWee3D.Scans.Printing;

/// <summary>What may go wrong when a scan is printed, in a word for programs and in both languages for people.</summary>
public sealed record PrintWarning(string Code, string Nl, string En)
{
    public static readonly PrintWarning NoHeight = new(
        "no-height",
        "De bestelling zegt nog niet hoe hoog het beeldje wordt. Daarom staan hier geen maat, gewicht en prijs.",
        "The order does not tell yet how high the figurine is to be. That is why no size, weight and price are here.");

    public static readonly PrintWarning DoesNotFit = new(
        "does-not-fit",
        "Het beeldje past niet in de printer, hoe het ook langs de assen wordt gedraaid.",
        "The figurine does not fit in the printer, however it is turned along the axes.");

    public static readonly PrintWarning TooManyTriangles = new(
        "too-many-triangles",
        "De scan heeft meer driehoeken dan de printer aankan.",
        "The scan has more triangles than the printer takes.");

    public static readonly PrintWarning NotClosed = new(
        "not-closed",
        "Het oppervlak is niet gesloten, of niet alle driehoeken kijken dezelfde kant op. Het gewicht en de prijs zijn daarom niet te berekenen.",
        "The surface is not closed, or not all triangles face the same way. The weight and the price cannot be worked out for that reason.");

    public static readonly PrintWarning InsideOut = new(
        "inside-out",
        "Het oppervlak is binnenstebuiten: de driehoeken kijken naar binnen. Het gewicht en de prijs zijn daarom niet te berekenen.",
        "The surface is inside out: its triangles face inwards. The weight and the price cannot be worked out for that reason.");

    public static readonly PrintWarning NothingInside = new(
        "nothing-inside",
        "Het oppervlak omsluit niets. Het gewicht en de prijs zijn daarom niet te berekenen.",
        "The surface encloses nothing. The weight and the price cannot be worked out for that reason.");

    public static readonly PrintWarning NotMeasured = new(
        "not-measured",
        "De scan is gelezen toen nog niet werd bepaald of het oppervlak gesloten is en wat het omsluit. Het gewicht en de prijs zijn daarom niet te berekenen.",
        "The scan was read when it was not yet found out whether its surface is closed and what it encloses. The weight and the price cannot be worked out for that reason.");

    public static readonly PrintWarning UnitUnknown = new(
        "unit-unknown",
        "Het bestand noemt geen eenheid. Het is gelezen in millimeters; de maat van het beeldje hangt daar niet van af.",
        "The file names no unit. It was read in millimetres; the size of the figurine does not depend on that.");

    public static readonly PrintWarning NoBody = new(
        "size-no-body",
        "De scan heeft in deze eenheid niet de maat van een lichaam. Kijk of het de goede scan is.",
        "The scan does not have the size of a body in this unit. See whether it is the right scan.");
}
