using CsCheck;

namespace WelWee3D.Tests.Retention.AnyOrder;

/// <summary>
/// Where everything ends is where the law says, in whatever order it was asked for. The rules go through all that five steps can
/// be; the app itself through as many as a test has time for.
/// </summary>
public sealed class AnyOrderTests : OwnWorld
{
    private const int Longest = 5;

    /// <summary>Of how many steps the app goes through all sequences: a hundred of two take more than two minutes, a thousand of three more than nine.</summary>
    private static readonly int LongestInTheApp = int.Parse(Environment.GetEnvironmentVariable("ALL_ORDERS") ?? "1", CultureInfo.InvariantCulture);

    private static readonly Step[] Steps = Enum.GetValues<Step>();

    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public void By_the_rules_each_sequence_of_five_steps_ends_where_the_law_says()
    {
        var tried = 0;

        Go([], new ByRules(), Law.AtFirst);

        Assert.Equal(Enumerable.Range(0, Longest + 1).Sum(length => (int)Math.Pow(Steps.Length, length)), tried);

        void Go(Step[] sofar, ByRules life, Law law)
        {
            tried++;
            Assert.True(law.InTheEnd().Left.SetEquals(life.After(Step.Replay).After(Step.Sweep).Left), string.Join(", ", sofar));
            if (sofar.Length == Longest)
                return;
            foreach (var step in Steps)
                Go([.. sofar, step], life.After(step), law.After(step));
        }
    }

    [Fact]
    public async Task In_the_app_each_step_after_each_other()
    {
        // The Lyndon words of one and two steps, in their order, are a de Bruijn sequence: a round in which each pair comes once.
        var round = Steps.SelectMany(step => Steps.Where(next => next > step).SelectMany(next => (Step[])[step, next]).Prepend(step)).ToList();
        var sequences = Enumerable.Range(0, round.Count / (Longest - 1))
            .Select(turn => Enumerable.Range(turn * (Longest - 1), Longest).Select(at => round[at % round.Count]).ToArray()).ToList();
        Assert.Equal(Steps.Length * Steps.Length, sequences.SelectMany(steps => steps.Zip(steps.Skip(1))).Distinct().Count());

        foreach (var steps in sequences)
            await EndsWhereTheLawSays(steps);
    }

    [Fact]
    public async Task In_the_app_each_sequence_of_few_steps()
    {
        IEnumerable<Step[]> sequences = [[]];
        for (var length = 1; length <= LongestInTheApp; length++)
        {
            sequences = [.. sequences.SelectMany(steps => Steps.Select(step => (Step[])[.. steps, step]))];
            foreach (var steps in sequences)
                await EndsWhereTheLawSays(steps);
        }
    }

    [Theory]
    [InlineData("0000A1bcDe70")]
    [InlineData("0000B2bcDe71")]
    [InlineData("0000C3bcDe72")]
    [InlineData("0000D4bcDe73")]
    public async Task In_the_app_too(string seed)
    {
        var sequences = Gen.Enum<Step>().Array[1, Longest].Array[10].Single(_ => true, seed);

        foreach (var steps in sequences)
            await EndsWhereTheLawSays(steps);
    }

    /// <summary>Those that the drawn ones might miss.</summary>
    [Theory]
    [InlineData(Step.Hold, Step.Erase, Step.Release, Step.Sweep)]
    [InlineData(Step.Erase, Step.Hold, Step.RestoreOldCopy, Step.Hold, Step.Consent)]
    [InlineData(Step.Hold, Step.Restrict, Step.Erase, Step.Release, Step.Restrict)]
    [InlineData(Step.Restrict, Step.Consent, Step.Lift, Step.Sweep)]
    [InlineData(Step.Consent, Step.Sweep, Step.Withdraw, Step.Restrict, Step.Sweep)]
    [InlineData(Step.Sweep, Step.RestoreOldCopy, Step.Hold, Step.Restrict, Step.Consent)]
    [InlineData(Step.Hold, Step.Sweep, Step.Erase, Step.RestoreOldCopy, Step.Sweep)]
    [InlineData(Step.Hold, Step.Erase, Step.RestoreOldCopy, Step.Consent)]
    [InlineData(Step.Hold, Step.Erase, Step.RestoreOldCopy, Step.Replay, Step.Hold)]
    public async Task In_the_app_these(params Step[] steps) => await EndsWhereTheLawSays(steps);

    private async Task EndsWhereTheLawSays(Step[] steps)
    {
        var life = await ByTheApp.Begin(world, steps.Contains(Step.RestoreOldCopy));
        var law = Law.AtFirst;
        foreach (var step in steps)
        {
            await life.Take(step);
            law = law.After(step);
        }
        await life.Take(Step.Replay);
        await life.Take(Step.Sweep);

        var left = await life.Left();
        Assert.True(law.InTheEnd().Left.SetEquals(left), $"{string.Join(", ", steps)}: {string.Join(", ", left)}");
        // What came back with a copy, and went by the clock before the ledger was replayed, went twice.
        if (!steps.Contains(Step.RestoreOldCopy))
        {
            var certified = (await world.Certified()).Where(each => life.Things.Contains(each.Key)).ToList();
            Assert.Equal(life.Things.Count - left.Count, certified.Count);
            Assert.All(certified, each => Assert.Equal(1, each.Value));
        }
        Assert.True((await CertificateChain.Verify(world.Get<Certificates>().All(None))).Intact);
    }
}
