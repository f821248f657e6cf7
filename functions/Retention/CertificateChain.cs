namespace WelWee3D.Retention;

/// <summary>Where a chain of certificates stops being believable.</summary>
/// <param name="Checkpoint">The day of the checkpoint that shows it, where one does.</param>
public sealed record BrokenLink(int Number, string Reason, DateOnly? Checkpoint = null);

/// <param name="Checked">How many held, from the first that was given on.</param>
/// <param name="Broken">The first broken link; null when every one holds.</param>
/// <param name="Newest">
/// The last of the chain. That later ones were taken away shows only against a checkpoint, or what else was noted of it.
/// </param>
public sealed record ChainReport(int Checked, BrokenLink? Broken, SealedCertificate? Newest)
{
    public bool Intact => Broken is null;
}

/// <summary>Recomputes a chain of certificates from their texts alone. Pure: an inspector can run it on a copy.</summary>
public static class CertificateChain
{
    /// <param name="certificates">In the order of their numbers, from the first or from another one on.</param>
    /// <param name="checkpoints">What was noted of it: a chain that was rewritten whole holds by itself, and not against these.</param>
    /// <param name="from">The number to begin with: of a part it cannot be told what its first certificate follows from.</param>
    public static async Task<ChainReport> Verify(
        IAsyncEnumerable<SealedCertificate> certificates, IReadOnlyList<Checkpoint>? checkpoints = null, int from = 1)
    {
        var noted = (checkpoints ?? []).ToLookup(checkpoint => checkpoint.Number);
        var report = new ChainReport(0, null, null);
        await foreach (var certificate in certificates)
            report = report.Intact ? Next(report, certificate, noted[certificate.Number], from) : report with { Newest = certificate };
        return report.Intact ? report with { Broken = CutOff(checkpoints ?? [], from + report.Checked) } : report;
    }

    private static ChainReport Next(ChainReport report, SealedCertificate certificate, IEnumerable<Checkpoint> noted, int from)
    {
        var expected = from + report.Checked;
        var previous = report.Newest?.Hash ?? (from == 1 ? SealedCertificate.Origin : null);
        var broken = Fault(certificate, expected, previous) is { } fault
            ? new BrokenLink(Math.Min(certificate.Number, expected), fault)
            : Rewritten(certificate, noted);
        return broken is null
            ? report with { Checked = report.Checked + 1, Newest = certificate }
            : report with { Broken = broken, Newest = certificate };
    }

    private static BrokenLink? Rewritten(SealedCertificate certificate, IEnumerable<Checkpoint> noted) =>
        noted.FirstOrDefault(each => each.Hash != certificate.Hash) is { } checkpoint
            ? new(certificate.Number, $"the checkpoint of {checkpoint.Day.Iso()} has another hash of it: it, or one before it, was rewritten since", checkpoint.Day)
            : null;

    /// <param name="next">The number that the next certificate would have.</param>
    private static BrokenLink? CutOff(IReadOnlyList<Checkpoint> checkpoints, int next) =>
        checkpoints.Where(each => each.Number >= next).MinBy(each => each.Number) is { } checkpoint
            ? new(next, $"it is missing: the checkpoint of {checkpoint.Day.Iso()} has certificates up to {checkpoint.Number}", checkpoint.Day)
            : null;

    private static string? Fault(SealedCertificate certificate, int expected, string? previous)
    {
        if (certificate.Number < expected)
            return $"certificate {certificate.Number} is there twice, or out of its place";
        if (certificate.Number > expected)
            return $"certificate {expected} is missing: {certificate.Number} follows {expected - 1}";
        if (SealedCertificate.HashOf(certificate.Text) != certificate.Hash)
            return "its text does not have the hash it was sealed with";
        if (Link(certificate.Text) is not { } link)
            return "its text is not a certificate";
        if (link.Number != expected)
            return $"its text bears the number {link.Number}";
        return previous is null || link.Previous == previous ? null : $"it does not follow from certificate {expected - 1}";
    }

    // Only what makes the chain: certificates outlive whatever else is said in them today.
    private static (int Number, string? Previous)? Link(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return document.RootElement is { ValueKind: JsonValueKind.Object } said
                && said.TryGetProperty("number", out var number) && number.ValueKind == JsonValueKind.Number
                && number.TryGetInt32(out var counted)
                && said.TryGetProperty("previous", out var previous) && previous.ValueKind == JsonValueKind.String
                ? (counted, previous.GetString())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
