using Azure;
using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.Simulation;

/// <summary>
/// Ten years of a practice in a minute: made-up lives, a sweep each night, nights in which storage fails for hours, now and
/// then three days in which the host is off, and each morning a look into the storage by an oracle that knows the promises and not the code.
/// </summary>
public sealed class TenYearsTests(ITestOutputHelper output)
{
    private const int Nights = 3652;
    private const int Clients = 300;
    private const int OffDays = 3;

    private static readonly DateOnly First = new(2027, 1, 1);

    /// <summary>One that is always the same; others by <c>SIMULATION_SEEDS=1,2,3</c>.</summary>
    public static TheoryData<int> Seeds =>
    [
        .. (Environment.GetEnvironmentVariable("SIMULATION_SEEDS") ?? "20261122").Split(',')
            .Select(seed => int.Parse(seed, CultureInfo.InvariantCulture)),
    ];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task After_every_night_what_had_to_go_is_gone_and_certified_and_all_else_is_there(int seed)
    {
        await using var world = await World.Start(new() { At = At(First, hour: 9), ClockLimits = ClockLimits.Usual });
        var random = new Random(seed);
        var practice = new Practice(world, random);
        var lives = new Lives(random, practice, First, First.AddDays(Nights));
        var chain = new GrowingChain(world);
        var oracle = new Oracle(world, practice, chain);
        for (var number = 1; number <= Clients; number++)
            lives.Plan(new Person(number));
        lives.PlanStrayBlobs(40);
        lives.PlanVisits(200);

        for (var night = 1; night <= Nights; night++)
        {
            var day = First.AddDays(night - 1);
            if (IsOff(day))
                continue;
            try
            {
                if (IsOff(day.AddDays(-1)))
                {
                    await ComeBack(day, world, practice);
                    AssertNone(await oracle.Look());
                }
                await Pass(day, world, practice, lives);
                AssertNone(await oracle.Look());
                if (day.DayNumber % 60 == 0 || night == Nights)
                {
                    // What a night that failed left in the indexes goes with the next walk along everything.
                    await world.Get<Reconciliation>().Run(CancellationToken.None);
                    AssertNone(await oracle.LookAtIndexes());
                }
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException(
                    $"Seed {seed}, night {night} ({world.Today:yyyy-MM-dd}): {failure.Message}", failure);
            }
        }

        var (verified, broken, _) = await CertificateChain.Verify(world.Get<Certificates>().All(CancellationToken.None));
        Assert.Null(broken);
        Assert.Equal(chain.Length, verified);
        output.WriteLine(
            $"seed {seed}: {Clients} clients, {practice.Acts} acts, {Nights} nights, {world.Calls.Count} storage calls of the app; " +
            $"destroyed {string.Join(", ", practice.WentByKind.Select(each => $"{each.Value} {each.Key}s"))}, {verified} certificates; " +
            $"kept {practice.Things.Count(thing => thing.IsThere)}");
    }

    /// <summary>What is late by then is told, and the next full hour it is gone.</summary>
    private static async Task ComeBack(DateOnly day, World world, Practice practice)
    {
        world.MoveTo(At(day, hour: 8));
        Assert.True(await world.GetAll<IReminder>().OfType<SweepOverdue>().Single().HasAny(day, CancellationToken.None));
        await world.Function<SweepAgain>().Run(new TimerInfo(), CancellationToken.None);
        practice.Slept();
    }

    private static async Task Pass(DateOnly day, World world, Practice practice, Lives lives)
    {
        world.MoveTo(At(day, hour: 9));
        // What people could not do while the host was off, they do now.
        for (var back = OffDays; back >= 0; back--)
            await lives.Live(day.AddDays(-back));
        world.MoveTo(At(day.AddDays(1), hour: 1));
        await Sweep(world, BadHours(day));
        practice.Slept();
    }

    /// <summary>The night's sweep, and what each hour after it does: the day must come out as if no hour had been bad.</summary>
    private static async Task Sweep(World world, int badHours)
    {
        var storage = new Random(world.Today.DayNumber);
        for (var hour = 0; hour <= badHours; hour++)
        {
            var isBad = hour < badHours;
            if (isBad)
                world.Calls.Before = _ => storage.Next(4) == 0 ? throw new RequestFailedException(503, "Down", "ServerBusy", null) : Task.CompletedTask;
            var failure = await Record.ExceptionAsync(() => hour == 0
                ? world.Function<SweepExpired>().Run(new TimerInfo(), CancellationToken.None)
                : world.Function<SweepAgain>().Run(new TimerInfo(), CancellationToken.None));
            world.Calls.LetBe();
            if (!isBad)
                Assert.Null(failure);
            world.Wait(TimeSpan.FromHours(1));
        }
        // Of a night without bad hours the timer would have failed.
        if (badHours > 0)
            Assert.True((await world.Get<LastSweep>().Find(CancellationToken.None))!.IsCompleteOn(world.Today));
    }

    // One night in thirteen, now and then three in a row.
    private static int BadHours(DateOnly day) => day.DayNumber % 13 == 0 || day.DayNumber % 97 < 3 ? 1 + day.DayNumber % 4 : 0;

    // Never on the first day, nor on the last.
    private static bool IsOff(DateOnly day) => day.DayNumber % 401 is >= 100 and < 100 + OffDays;

    private static void AssertNone(IReadOnlyList<string> differences) =>
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(20)));

    private static DateTimeOffset At(DateOnly day, int hour) => new(day, new TimeOnly(hour, 0), TimeSpan.Zero);
}
