using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace WelWee3D.Quotes;

/// <summary>The letters on paper: a family that comes with the app, so that a quote looks the same wherever it is made.</summary>
internal sealed class PaperFonts : IFontResolver
{
    private const string Family = "Paper";

    static PaperFonts() => GlobalFontSettings.FontResolver = new PaperFonts();

    public static XFont Text(double size) => Font(size, XFontStyleEx.Regular);

    public static XFont Bold(double size) => Font(size, XFontStyleEx.Bold);

    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? "DejaVuSans-Bold" : "DejaVuSans");

    public byte[] GetFont(string faceName)
    {
        using var stream = typeof(PaperFonts).Assembly.GetManifestResourceStream($"{faceName}.ttf")!;
        var font = new byte[stream.Length];
        stream.ReadExactly(font);
        return font;
    }

    private static XFont Font(double size, XFontStyleEx style) => new(Family, size, style, new XPdfFontOptions(PdfFontEncoding.Unicode));
}
