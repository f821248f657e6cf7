namespace WelWee3D.Tests.Retention;

/// <summary>What ledger and certificates say of who decided, and about whom; and what they never say.</summary>
public sealed class WhoDecidedTests : OwnWorld
{
    private const string Reason = "Wilhelmina eist vergoeding";
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_claim_without_a_line_is_finished_in_the_name_of_who_began_it()
    {
        var message = await world.Given.Message(on: world.Today.AddYears(-5));
        await world.Get<DueIndex>().Claim(new(message.Due.On, "messages-1", [message.Due], "officer"), None);

        await Sweep();

        Assert.Equal("officer", (await world.Get<Ledger>().Find("messages-1", None))!.Line.DecidedBy);
        Assert.Equal("staff", (await world.Get<Certificates>().All(None).SingleAsync()).Read().DecidedBy);
    }

    [Fact]
    public async Task The_line_of_an_upload_names_whom_it_is_about()
    {
        var order = await world.Given.Order(phone: "06 12345678");
        var upload = await world.Given.Upload(order);
        world.MoveTo(upload.Due.On);

        await Sweep();

        var item = (await world.Get<Ledger>().Find($"upload-{upload.Id}", None))!.Line.Items.Single();
        Assert.Equal(world.Get<OrderStore>().SubjectsOf(order), item.Subjects);
        Assert.Equal(2, item.Subjects.Count);
    }

    [Fact]
    public async Task The_reason_of_a_hold_is_in_no_line_and_no_certificate()
    {
        var held = await world.Given.OrderWithScan("eva@example.nl", agreed: Held(world.Today));
        var begun = await world.Given.OrderWithScan(agreed: found => Held(world.Today.AddYears(1))(found) with
        {
            Scans = [found.Scans[0] with { Destroying = true }],
            ErasureRequestedOn = world.Today,
        });
        var upload = await world.Given.Upload(await world.Given.Order(agreed: Held(world.Today.AddYears(1))));

        await world.Get<DestructionEngine>().Destroy([begun.Due], new RunTally(RunKind.Sweep, "sweep", world.Clock), None);
        Assert.Equal([begun.Scans[0].Id], (await world.Certified()).Keys);
        await world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(held), "officer", None);
        world.MoveTo(upload.Due.On);
        await Sweep();
        world.MoveTo(world.Today.AddYears(7));
        await Sweep();

        var certified = await world.Get<Certificates>().All(None).Select(certificate => certificate.Read()).ToListAsync();
        Assert.Equal(6, certified.Where(certificate => certificate.Kind != LineSubjectsKind.Kind).Sum(certificate => certificate.Count));
        foreach (var table in StorageSetup.LedgerTables)
            foreach (var row in await world.Storage.Rows(table))
                Assert.DoesNotContain(row, column => $"{column.Value}".Contains("Wilhelmina", StringComparison.OrdinalIgnoreCase));
    }

    private Func<Order, Order> Held(DateOnly until) => order => order with { Holds = [new(world.NewId(), Reason, until)] };

    private Task<Run> Sweep() => world.Get<Sweep>().Run("sweep", None);
}
