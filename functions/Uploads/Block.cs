namespace WelWee3D.Uploads;

/// <summary>
/// Some bytes of an upload, staged on its blob. Its name says where they belong, so that how far an upload has come can
/// be read from the blob alone, and who sent them, so that what a broken attempt left behind is told from the rest.
/// </summary>
public readonly record struct Block(long Offset, int Attempt, long Length)
{
    /// <summary>All ids of a blob must have the same length.</summary>
    public string Id => Convert.ToBase64String(
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Offset:D20}-{Attempt:D10}")));

    public static Block Parse(string id, long length)
    {
        var parts = Encoding.ASCII.GetString(Convert.FromBase64String(id)).Split('-');
        return new(
            long.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture), length);
    }

    /// <summary>The blocks that make up the upload so far, each beginning where the one before it ends.</summary>
    /// <remarks>
    /// Where more than one block begins at a place, the latest attempt's is the one: an attempt begins where the bytes
    /// that count end, so that it never sends again what counts already.
    /// </remarks>
    public static IReadOnlyList<Block> Run(IEnumerable<Block> staged, Attempt latest)
    {
        var starts = new Dictionary<long, Block>();
        foreach (var block in staged.Where(latest.Allows))
        {
            if (!starts.TryGetValue(block.Offset, out var other) || other.Attempt < block.Attempt)
                starts[block.Offset] = block;
        }

        var run = new List<Block>();
        for (var end = 0L; starts.TryGetValue(end, out var next); end += next.Length)
            run.Add(next);
        return run;
    }
}
