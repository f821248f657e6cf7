namespace WelWee3D.Tests.Formats;

internal static class Reading
{
    public static async Task<ScanFacts> Read(byte[] file)
    {
        var facts = await ScanReading.Read(() => new MemoryStream(file), file.Length, CancellationToken.None);
        Assert.True(facts.Rejected is null || Damage.InDutch(facts.Rejected) is not null, $"Without its Dutch words: {facts.Rejected}");
        return facts;
    }

    public static Task<ScanFacts> Read(string file) => Read(Encoding.UTF8.GetBytes(file));

    public static Task<ScanFacts> ReadSlowly(byte[] file, int atATime) =>
        ScanReading.Read(() => new SlowStream(file, atATime), file.Length, CancellationToken.None);

    /// <summary>Facts hold a list, which records compare by reference.</summary>
    public static void AssertSame(ScanFacts expected, ScanFacts actual)
    {
        Assert.Equal(expected.Warnings, actual.Warnings);
        Assert.Equal(expected.Entries, actual.Entries);
        Assert.Equal(expected, actual with { Warnings = expected.Warnings, Entries = expected.Entries });
    }
}
