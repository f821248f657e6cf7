namespace WelWee3D.Tests.Uploads;

/// <summary>An upload is found by whoever its order is about by now.</summary>
public sealed class UploadSubjectsTests : OwnWorld
{
    private const string Typo = "typo@voorbeeld.nl";
    private const string Right = "right@voorbeeld.nl";

    [Theory]
    [InlineData(null, null)]
    [InlineData(null, "+31612345678")]
    [InlineData("+31612345678", null)]
    [InlineData("+31612345678", "+31687654321")]
    public async Task When_the_address_of_an_order_is_set_right_its_uploads_follow(string? phone, string? rightPhone)
    {
        var order = await world.Given.Order(Typo, phone);
        var upload = await world.Given.Upload(order);
        var others = await world.Given.Upload(await world.Given.Order(Typo, phone));

        var rectified = await Rectify(world, order, rightPhone);

        Assert.Equal([others.Id], await UploadsOf(Typo));
        Assert.Equal([upload.Id], await UploadsOf(Right));
        Assert.Equal(world.Get<OrderStore>().SubjectsOf(rectified), (await Find(upload)).Subjects);
        await AssertIndexIsRight();
    }

    [Fact]
    public async Task Who_is_sending_meanwhile_goes_on_in_a_new_turn()
    {
        var order = await world.Given.Order(Typo);
        var upload = await world.Given.Upload(order, length: 3);
        await using (var turn = (await Uploads.TakeTurn(upload, 0, counts: true))!)
        {
            await Rectify(world, order);
            Assert.False(await turn.Renew());
        }

        world.Wait(UploadTurn.Length);
        await using var next = await Uploads.TakeTurn(await Find(upload), 0, counts: true);

        Assert.NotNull(next);
        Assert.Equal([upload.Id], await UploadsOf(Right));
    }

    [Fact]
    public async Task Dying_between_any_two_storage_calls_is_made_good_by_asking_again()
    {
        for (var (calls, died) = (0, true); died; calls++)
        {
            var typo = $"{calls}.{Typo}";
            var order = await world.Given.Order(typo);
            var upload = await world.Given.Upload(order);
            await using var mortal = world.Beside(new Dying(calls + 1, Death.BeforeCall).Befall);
            died = await Record.ExceptionAsync(() => Rectify(mortal, order)) is ProcessDiedException;

            await Rectify(world, order);

            Assert.Contains(upload.Id, await UploadsOf(Right));
            Assert.DoesNotContain(upload.Id, await UploadsOf(typo));
        }
    }

    [Fact]
    public async Task Reconciliation_brings_one_to_its_order_that_was_left_behind()
    {
        var order = await world.Given.Order(Typo);
        var rectified = await Rectify(world, order);
        // Begun by somebody who had read the order before.
        var upload = await world.Given.Upload(order);

        var run = await world.Get<Reconciliation>().Run(default);

        Assert.Equal(1, run.Repaired["subject-row"]);
        Assert.Equal([upload.Id], await UploadsOf(Right));
        Assert.Empty(await UploadsOf(Typo));
        Assert.Equal(world.Get<OrderStore>().SubjectsOf(rectified), (await Find(upload)).Subjects);
    }

    private UploadStore Uploads => world.Get<UploadStore>();

    private static async Task<Order> Rectify(World world, Order order, string? phone = null) => (await world.Get<OrderStore>().Change(
        order.Id, found => found.Client.Email == Right ? found : found with { Client = found.Client with { Email = Right, Phone = phone } }, default))!;

    private async Task<Upload> Find(Upload upload) => (await Uploads.Find(upload.Id, default))!;

    private async Task<IEnumerable<Id>> UploadsOf(string email) =>
        (await world.Get<SubjectRecords>().Find([world.Get<SubjectKeys>().OfEmail(email)], default)).Records
            .Where(record => record.Item.Kind == Kinds.Upload).Select(record => record.Item.Id);

    private async Task AssertIndexIsRight()
    {
        world.MoveTo(world.Today.AddDays(2));
        Assert.Empty((await world.Get<Reconciliation>().Run(default)).Repaired);
    }
}
