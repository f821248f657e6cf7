namespace WelWee3D.Tests.Retention.AnyOrder;

/// <summary>A person's message, order and scan in storage, and what the app makes of each step.</summary>
internal sealed class ByTheApp
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly World world;
    private readonly string email;
    private readonly Id message;
    private readonly Id order;
    private readonly Id scan;
    private readonly Backup? old;

    private ByTheApp(World world, string email, ContactMessage message, Order order, Backup? old) =>
        (this.world, this.email, this.message, this.order, scan, this.old) = (world, email, message.Id, order.Id, order.Scans[0].Id, old);

    /// <param name="isRestored">Whether the copy of now comes back later.</param>
    public static async Task<ByTheApp> Begin(World world, bool isRestored)
    {
        var email = world.Given.NewAddress();
        var message = await world.Given.Message(email, world.Today.AddYears(-6));
        var order = await world.Given.OrderWithScan(
            email, agreed: order => order with { OpenedOn = world.Today.AddMonths(-4), ShippedOn = world.Today.AddMonths(-3) }, read: false);
        return new(world, email, message, order, isRestored ? await Backup.Of(world) : null);
    }

    public IReadOnlyList<Id> Things => [message, order, scan];

    public Task Take(Step step) => step switch
    {
        Step.Hold => Ask<PlaceHold>(
            (function, request) => function.Run(request, $"{order}", None), new { reason = "Claim", until = world.Today.AddYears(1).Iso() }, refusedWith: 404),
        Step.Release => Release(),
        Step.Restrict => world.Restrict(Subjects),
        Step.Lift => world.LiftRestriction(Subjects),
        Step.Consent => Answer("yes"),
        Step.Withdraw => Answer("withdrawn"),
        Step.Erase => Erase(),
        Step.Sweep => Sweep(),
        Step.RestoreOldCopy => old!.Restore(world),
        Step.Replay => Replay(),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    public async Task<IReadOnlySet<string>> Left()
    {
        var (left, found) = (new HashSet<string>(), await world.Get<OrderStore>().Find(order, None));
        if (await world.Get<ContactMessages>().Find(message, None) is not null)
            left.Add(Law.Message);
        if (found is not null)
            left.Add(Law.Order);
        var files = await world.Storage.BlobNames($"{order}/");
        if (found?.Part(scan) is not null || files.Count > 0)
            left.Add(Law.Scan);
        return left;
    }

    private IReadOnlyList<string> Subjects => [world.Get<SubjectKeys>().OfEmail(email)];

    private Task Answer(string answer) => Ask<RecordConsent>(
        (function, request) => function.Run(request, $"{order}", "keep-scan", None),
        new { answer, channel = "phone", language = "nl", textVersion = "1", destroysNow = true }, refusedWith: [404, 409]);

    private async Task Release()
    {
        if (await world.Get<OrderStore>().Find(order, None) is { } found)
            foreach (var hold in found.Holds)
                await Ask<LiftHold>((function, request) => function.Run(request, $"{order}", $"{hold.Id}", None), new { destroysNow = true });
    }

    private async Task Erase() => await world.Get<Erasure>().Erase(Subjects, "officer", None);

    /// <summary>The night, her letter, and the night after it.</summary>
    private async Task Sweep()
    {
        await Swept();
        await world.Function<SendLetters>().Run(new(), None);
        await Swept();
    }

    private async Task Swept() => Assert.Empty((await world.Get<Sweep>().Run(Decider.Sweep, None)).Unfinished);

    private async Task Replay() => Assert.Empty((await world.Get<Replay>().Run(Decider.Replay, None)).Unfinished);

    private async Task Ask<T>(Func<T, HttpRequest, Task<IResult>> function, object json, params int[] refusedWith)
    {
        var status = (await world.Ask(function, json)).StatusCode;
        Assert.True(status is >= 200 and <= 299 || refusedWith.Contains(status), $"{typeof(T).Name} answered {status}");
    }
}
