namespace WelWee3D.Tests.Retention;

/// <summary>Certificates as they are issued one after the other.</summary>
internal static class Chain
{
    private static readonly DateTimeOffset Decided = new(2026, 11, 22, 1, 0, 0, TimeSpan.Zero);

    public static List<SealedCertificate> Of(int count)
    {
        var chain = new List<SealedCertificate>();
        while (chain.Count < count)
            chain.Add(SealedCertificate.Seal(Certificate(chain.Count + 1, chain.Count == 0 ? SealedCertificate.Origin : chain[^1].Hash)));
        return chain;
    }

    public static Certificate Certificate(int number, string previous)
    {
        var scan = Id.New(Decided.AddYears(-1));
        var why = new RetentionRules(recoveryDays: 7).Scan(
            new(new(2026, 9, 1), new(2026, 9, 30), null, null), Interventions.None, new(2026, 11, 22));
        return new(
            number, previous, $"scan-{scan}", Kinds.Scan, 1, 7340032, why, "sweep", Decided, Decided.AddSeconds(2), new(2026, 11, 30),
            Certificates.Method,
            [new(scan, Id.New(Decided.AddYears(-2)), [new($"{scan}.stl", 7340032, new string('a', 64))])],
            [new(Id.New(Decided), "Schijf <2>", new(2026, 9, 2), new(2026, 11, 21))]);
    }
}
