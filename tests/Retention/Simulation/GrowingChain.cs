namespace WelWee3D.Tests.Retention.Simulation;

/// <summary>Follows the chain of certificates as it grows, link by link, and holds each against what was destroyed.</summary>
internal sealed class GrowingChain(World world)
{
    private string last = new('0', 64);

    public int Length { get; private set; }

    public async Task<IReadOnlyList<string>> Follow(Practice practice, bool hasGrown)
    {
        var differences = new List<string>();
        foreach (var row in hasGrown ? await New() : [])
            differences.AddRange(Look(row, practice));
        differences.AddRange(practice.ToBeCertified.Where(thing => thing is not ExportOf { GoesAlong: true }).Select(thing => $"{thing} was destroyed, and has no certificate"));
        practice.ToBeCertified.Clear();
        return differences;
    }

    // Keys count down: what is newer than the newest known comes before it.
    private async Task<IEnumerable<TableEntity>> New()
    {
        var newest = (int.MaxValue - Length).ToString("D10", CultureInfo.InvariantCulture);
        var rows = new List<TableEntity>();
        await foreach (var row in world.Storage.Table(Certificates.TableName).QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"RowKey lt {newest}")))
            rows.Add(row);
        rows.Reverse();
        return rows;
    }

    private IEnumerable<string> Look(TableEntity row, Practice practice)
    {
        var text = row.GetString("Text");
        using var certificate = JsonDocument.Parse(text);
        var root = certificate.RootElement;
        Length++;
        if (row.GetInt32("Number") != Length || root.GetProperty("number").GetInt32() != Length)
            yield return $"certificate {Length} does not bear that number";
        if (root.GetProperty("previous").GetString() != last)
            yield return $"certificate {Length} does not follow from the one before";
        last = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        if (row.GetString("Hash") != last)
            yield return $"certificate {Length} was altered";
        if (text.Contains("Anna", StringComparison.OrdinalIgnoreCase) || text.Contains('@', StringComparison.Ordinal))
            yield return $"certificate {Length} names somebody";

        // What leaves the ledger, the oracle looks for there.
        if (root.GetProperty("kind").GetString() == "line-subject")
            yield break;
        foreach (var item in root.GetProperty("items").EnumerateArray())
            foreach (var difference in Look(root, item, practice))
                yield return $"certificate {Length}: {difference}";
    }

    private static IEnumerable<string> Look(JsonElement certificate, JsonElement item, Practice practice)
    {
        var (kind, id) = (certificate.GetProperty("kind").GetString(), item.GetProperty("id").GetString());
        if (practice.ToBeCertified.Find(thing => thing.Kind == kind && thing.Id == id) is not { } gone)
        {
            yield return $"{kind} {id} was not to be certified";
            yield break;
        }
        practice.ToBeCertified.Remove(gone);
        if (Text(certificate.GetProperty("why"), "deadline") != Day(gone.Promised))
            yield return $"{gone} had until {Day(gone.Promised)}";
        if (Text(certificate, "decidedAt")[..10] != Day(gone.WentOn!.Value))
            yield return $"{gone} was not decided about on that day";
        if (gone is ScanOf scan && !IsOf(scan, certificate, item))
            yield return $"{gone} had one file, {scan.Bytes} bytes, {scan.Sha256}, and {scan.Copies.Count} copies";
        if (gone is MessageOf message && !Tells(message, certificate))
            yield return $"{gone} {(message.IsInMailbox ? "has a copy" : "has no copy")} in a mailbox";
    }

    /// <summary>What was confirmed before it went it tells as confirmed, and all else as open.</summary>
    private static bool Tells(MessageOf message, JsonElement certificate)
    {
        var told = certificate.TryGetProperty("mailCopies", out var copies)
            ? copies.EnumerateArray().Where(copy => Text(copy, "id") == message.Id).Select(copy => (Text(copy, "day"), copy.TryGetProperty("destroyedOn", out var on) ? on.GetString() : null))
            : [];
        if (!message.IsInMailbox)
            return !told.Any();
        var before = message.MailDestroyedOn < message.WentOn ? Day(message.MailDestroyedOn!.Value) : null;
        return told.SingleOrDefault() is var (day, on) && day == Day(message.ReceivedOn)
            && (on == before || (message.MailDestroyedOn == message.WentOn && on == Day(message.WentOn!.Value)));
    }

    private static bool IsOf(ScanOf scan, JsonElement certificate, JsonElement item) =>
        item.GetProperty("files") is var files && files.GetArrayLength() == 1
        && files[0].GetProperty("bytes").GetInt64() == scan.Bytes
        && files[0].GetProperty("sha256").GetString() == scan.Sha256
        && certificate.GetProperty("copies").EnumerateArray()
            .Select(copy => (Text(copy, "disk"), Text(copy, "destroyedOn"))).Order()
            .SequenceEqual(scan.Copies.Select(copy => (copy.Disk, Day(copy.DestroyedOn!.Value))).Order());

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
