using Azure;
using Azure.Storage.Blobs.Models;
using WelWee3D.Formats;
using WelWee3D.Http;
using WelWee3D.Orders;

namespace WelWee3D.Scans.Printing;

/// <summary>
/// Makes the file of a scan for whoever prints it, while it is sent: in millimetres, as high as the figurine where the order
/// tells that. That it is given is written down before its first byte, and its hash before its last piece.
/// </summary>
public sealed class PrintCopies(OrderStore orders, ScanBlobs blobs)
{
    /// <summary>What a copy of a scan is like, before it is made.</summary>
    public static PrintCopy Describe(Order order, ScanFacts facts) => new(
        ScanFormat.Stl, StlWriter.SizeOf((uint)facts.FiniteTriangles), FigurineOf(order, facts) is null ? null : order.HeightInMillimetres);

    /// <summary>Its file, as storage has it.</summary>
    /// <returns>Null where there is none that was read.</returns>
    public async Task<BlobProperties?> Find(Id order, Scan scan, CancellationToken cancellation)
    {
        try
        {
            BlobProperties stored = await blobs.Of(order, scan).GetPropertiesAsync(cancellationToken: cancellation);
            return stored.ContentLength == scan.Facts?.Bytes ? stored : null;
        }
        catch (RequestFailedException missing) when (missing.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    /// <param name="given">As it is written down at the order.</param>
    /// <param name="file">What is sent, no more and no less.</param>
    public IResult Send(Order order, Scan scan, Disclosure given, BlobProperties file, CancellationToken cancellation) => Results.Stream(
            output => Write(order, scan, given, file, output, cancellation),
            ScanMedia.MediaType(given.PrintCopy!.Format), $"figurine-{Reference.Of(order.Id)}.stl")
        .With("Content-Length", $"{given.PrintCopy.Bytes}");

    /// <exception cref="InvalidOperationException">It may not go on: whoever fetches it is left without the end of it.</exception>
    private async Task Write(Order order, Scan scan, Disclosure given, BlobProperties file, Stream output, CancellationToken cancellation)
    {
        var facts = scan.Facts!;
        var factor = FigurineOf(order, facts)?.Factor ?? LengthUnit.Of(facts.Unit).Millimetres;
        using var copy = new StlWriter(output, (uint)facts.FiniteTriangles, factor);
        var read = await ScanReading.Copy(
            () => new BlobStream(blobs.Of(order.Id, scan), file.ETag, file.ContentLength), file.ContentLength, copy, cancellation);
        if ((read.Sha256, read.Triangles) != (facts.Sha256, facts.Triangles))
            throw new InvalidOperationException($"Scan {scan.Id} is not what was read of it before.");

        var sent = await orders.Change(
            order.Id, each => OrderRules.PrintCopySent(each, scan.Id, given, copy.Sha256()), destroysNow: false, cancellation);
        if (sent is not { Refusal: null })
            throw new InvalidOperationException($"Scan {scan.Id} may no longer be given to anybody.");
        await copy.Flush(cancellation);
    }

    private static Figurine? FigurineOf(Order order, ScanFacts facts) => order.HeightInMillimetres is { } height ? Figurine.Of(facts, height) : null;
}
