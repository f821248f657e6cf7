namespace WelWee3D.Benchmarks;

/// <summary>What a few rounds of one measurement gave.</summary>
internal sealed record Figures(double Median, double Min, double Max)
{
    public static Figures Of(IEnumerable<double> rounds)
    {
        double[] ordered = [.. rounds.Order()];
        return new(ordered[ordered.Length / 2], ordered[0], ordered[^1]);
    }
}

/// <summary>A line of the table: ours, what it is held against, and how one is to the other, the more the better.</summary>
/// <param name="Target">What the ratio, or ours where there is no other, is to be.</param>
internal sealed record Row(string What, string Unit, Figures Ours, string Against, Figures? Other, Figures? Ratio, string Target, bool? IsMet);

/// <summary>Ours and the other in turns, so that whatever else the machine does meets both.</summary>
internal static class Contest
{
    public const int Rounds = 5;

    /// <param name="ours">One round, as work per second.</param>
    public static async Task<Row> Run(
        string what, string unit, string against, double target, Func<Task<double>> ours, Func<Task<double>> other, int rounds = Rounds)
    {
        // The first of either pays for connections and compilation.
        await ours();
        await other();
        var (own, others) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
            foreach (var (measure, into) in round % 2 == 0 ? [(ours, own), (other, others)] : new[] { (other, others), (ours, own) })
                into.Add(await measure());
        return Of(what, unit, against, target, own, others);
    }

    public static Row Of(string what, string unit, string against, double target, IReadOnlyList<double> own, IReadOnlyList<double> others)
    {
        var ratio = Figures.Of(own.Zip(others, (one, other) => one / other));
        return new(what, unit, Figures.Of(own), against, Figures.Of(others), ratio, FormattableString.Invariant($"≥ {target:0.00}"), ratio.Median >= target);
    }
}
