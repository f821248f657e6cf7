using System.Text.RegularExpressions;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace WelWee3D.Quotes;

/// <summary>Pages of A4 that are written from the top down. The same words give the same bytes.</summary>
internal sealed partial class Paper : IDisposable
{
    public const double Left = 56;
    public const double Right = 595 - Left;

    private const double Top = 64;
    private const double Bottom = 842 - 72;

    private readonly PdfDocument document = new();
    private XGraphics page;

    /// <param name="madeOn">What the file says of when it was made.</param>
    public Paper(string title, string language, DateOnly madeOn)
    {
        var at = madeOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        (document.Info.Title, document.Info.Creator, document.Info.CreationDate, document.Info.ModificationDate) = (title, "Wel & Wee 3D", at, at);
        document.Language = language;
        page = NewPage();
    }

    public double Y { get; private set; } = Top;

    /// <summary>A next page where so much no longer fits on this one.</summary>
    public void Need(double height)
    {
        if (Y + height <= Bottom)
            return;
        page.Dispose();
        page = NewPage();
        Y = Top;
    }

    public void Down(double height) => Y += height;

    /// <summary>One line, whose foot is at this height of the page.</summary>
    public void Write(string text, XFont font, double x, double y) => page.DrawString(text, font, XBrushes.Black, new XPoint(x, y));

    public void WriteTo(string text, XFont font, double right, double y) => Write(text, font, right - page.MeasureString(text, font).Width, y);

    public void Rule() => page.DrawLine(new XPen(XColors.Gray, 0.5), Left, Y, Right, Y);

    /// <summary>Text in lines that are no wider than that: parted between words, and within one that is wider itself.</summary>
    public IReadOnlyList<string> Lines(string text, XFont font, double width)
    {
        var (lines, line) = (new List<string>(), "");
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && !Fits($"{line} {word}"))
            {
                lines.Add(line);
                line = "";
            }
            line = line.Length > 0 ? $"{line} {word}" : word;
            while (!Fits(line))
            {
                var most = Enumerable.Range(1, line.Length - 1).Last(length => length == 1 || Fits(line[..length]));
                if (char.IsHighSurrogate(line[most - 1]))
                    most = most == 1 ? 2 : most - 1;
                if (most >= line.Length)
                    break;
                lines.Add(line[..most]);
                line = line[most..];
            }
        }
        lines.Add(line);
        return lines;

        bool Fits(string part) => page.MeasureString(part, font).Width <= width;
    }

    public byte[] ToPdf()
    {
        page.Dispose();
        using var file = new MemoryStream();
        document.Save(file);
        return Settled(file.ToArray());
    }

    public void Dispose()
    {
        page.Dispose();
        document.Dispose();
    }

    private XGraphics NewPage()
    {
        var added = document.AddPage();
        added.Size = PageSize.A4;
        return XGraphics.FromPdfPage(added);
    }

    /// <summary>The library makes up the ids of the file and the tags of its fonts. Others of the same length follow from what is in it.</summary>
    private static byte[] Settled(byte[] pdf)
    {
        var tags = new List<string>();
        var text = FontTag().Replace(Encoding.Latin1.GetString(pdf), found =>
        {
            if (!tags.Contains(found.Value))
                tags.Add(found.Value);
            return $"QUOTE{(char)('A' + tags.IndexOf(found.Value))}";
        });
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(MadeUp().Replace(text, ""))))[..32];
        var guid = $"{Guid.ParseExact(hash, "N"):D}";
        return Encoding.Latin1.GetBytes(MadeUp().Replace(text, found => found.Length == hash.Length ? hash : guid));
    }

    [GeneratedRegex(@"(?<=/)[A-Z]{6}(?=\+DejaVu)", RegexOptions.CultureInvariant)]
    private static partial Regex FontTag();

    [GeneratedRegex("(?<=<)[0-9A-F]{32}(?=>)|(?<=uuid:)[0-9a-f-]{36}", RegexOptions.CultureInvariant)]
    private static partial Regex MadeUp();
}
