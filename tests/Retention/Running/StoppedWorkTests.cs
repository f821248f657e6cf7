namespace WelWee3D.Tests.Retention.Running;

/// <summary>Work that outlasts its request, or the process that is at it.</summary>
public sealed class StoppedWorkTests() : OwnWorld(new() { Settings = new Dictionary<string, string?> { ["Runs:AnswerWithin"] = "00:00:20" } })
{
    private static readonly TimeSpan UntilNobodyIsAtIt = TimeSpan.FromMinutes(3);

    [Theory]
    [InlineData(8)]
    [InlineData(20)]
    [InlineData(40)]
    public async Task What_takes_too_long_is_left_to_a_timer_which_takes_it_up_at_once(int call)
    {
        await GivenDue();
        var calls = 0;
        world.Calls.Before = _ =>
        {
            if (Interlocked.Increment(ref calls) == call)
                world.Wait(TimeSpan.FromSeconds(21));
            return Task.CompletedTask;
        };

        var answer = await Sweep(world);
        world.Calls.LetBe();

        Assert.Equal(202, answer.StatusCode);
        await world.Function<GoOnWithRuns>().Run(new TimerInfo(), default);
        await Swept();
    }

    [Theory]
    [InlineData(5)]
    [InlineData(15)]
    [InlineData(25)]
    [InlineData(45)]
    public async Task What_a_process_was_at_when_it_died_another_goes_on_with(int call)
    {
        await GivenDue();
        var dying = new Dying(call, Death.AfterCall);
        await Assert.ThrowsAnyAsync<Exception>(() => Sweep(world.Beside(dying.Befall)));
        Assert.True(dying.HasDied);

        var next = world.Beside();
        await next.Function<GoOnWithRuns>().Run(new TimerInfo(), default);
        Assert.Single(await world.Storage.Rows(OpenRuns.TableName));
        world.Wait(UntilNobodyIsAtIt);
        await next.Function<GoOnWithRuns>().Run(new TimerInfo(), default);

        await Swept();
    }

    [Fact]
    public async Task What_failed_is_tried_again_until_it_is_done()
    {
        var message = await world.Given.Message();
        var run = await world.Get<OpenRuns>().Add(
            world.Get<LongWork>().New(RunKind.Erasure, "officer", world.Get<ContactMessages>().SubjectsOf(message), [$"message|{message.Id}"]), default);
        await world.Get<OpenRuns>().Leave(run, default);
        world.Calls.Before = call => call.Uri.Path.Contains(Certificates.TableName, StringComparison.Ordinal) && !call.Reads()
            ? throw new InvalidOperationException("away")
            : Task.CompletedTask;
        await Assert.ThrowsAnyAsync<Exception>(() => world.Function<GoOnWithRuns>().Run(new TimerInfo(), default));
        world.Calls.LetBe();
        Assert.False((await world.Get<RunLog>().Find(run.Id, default))!.Complete);

        world.Wait(UntilNobodyIsAtIt);
        await world.Function<GoOnWithRuns>().Run(new TimerInfo(), default);

        Assert.True((await world.Get<RunLog>().Find(run.Id, default))!.Complete);
        Assert.Empty(await world.Storage.Rows(OpenRuns.TableName));
        Assert.Single(await world.Get<Certificates>().All(default).ToListAsync());
    }

    [Fact]
    public async Task What_another_version_asked_for_is_left_to_it()
    {
        var open = world.Get<OpenRuns>();
        var run = await open.Add(world.Get<LongWork>().New("tomorrow", "officer"), default);
        await open.Leave(run, default);

        await world.Function<GoOnWithRuns>().Run(new TimerInfo(), default);

        Assert.NotNull(await open.Find(run.Id, default));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4_000)]
    [InlineData(30_000)]
    public async Task However_many_records_it_names_it_is_read_as_it_was_written(int items)
    {
        var open = world.Get<OpenRuns>();
        var named = Enumerable.Range(0, items).Select(_ => $"message|{world.NewId()}").ToList();
        var run = await open.Add(world.Get<LongWork>().New(RunKind.Erasure, "officer", ["5b0e", "77aa"], named), default);

        var read = (await open.Find(run.Id, default))!;

        Assert.Equal(named, read.Items);
        Assert.Equal((run.Id, RunKind.Erasure, "officer", run.LookAt), (read.Id, read.Kind, read.AskedBy, read.LookAt));
        Assert.Equal(["5b0e", "77aa"], read.Subjects);
        await open.Leave(run, default);
        Assert.Equal(named, Assert.Single(await open.Left(default).ToListAsync()).Items);
        await open.Close(read, default);
        Assert.Empty(await world.Storage.Rows(OpenRuns.TableName));
    }

    [Theory]
    [InlineData(Death.BeforeCall)]
    [InlineData(Death.AfterCall)]
    public async Task Names_of_a_run_that_was_never_opened_or_is_closed_do_not_stay(Death death)
    {
        var named = Enumerable.Range(0, 30_000).Select(_ => $"message|{world.NewId()}").ToList();
        for (var call = 1; ; call++)
        {
            var dying = new Dying(call, death);
            var open = world.Beside(dying.Befall).Get<OpenRuns>();
            try
            {
                await open.Close(await open.Add(world.Get<LongWork>().New(RunKind.Erasure, "officer", [], named), default), default);
            }
            catch (Exception) when (dying.HasDied)
            {
                // Its caller was told nothing.
            }
            foreach (var run in (await world.Storage.Rows(OpenRuns.TableName)).Where(row => row.PartitionKey == "open"))
            {
                var whole = (await world.Get<OpenRuns>().Find(Id.Parse(run.RowKey), default))!;
                Assert.Equal(named, whole.Items);
                await world.Storage.Table(OpenRuns.TableName).DeleteEntityAsync(run);
            }

            await world.Function<GoOnWithRuns>().Run(new TimerInfo(), default);
            world.Wait(TimeSpan.FromHours(2));
            await world.Function<GoOnWithRuns>().Run(new TimerInfo(), default);
            Assert.Empty(await world.Storage.Rows(OpenRuns.TableName));
            if (!dying.HasDied)
                return;
        }
    }

    [Fact]
    public async Task Of_a_person_with_more_records_than_a_row_can_name_all_that_is_named_goes()
    {
        var email = world.Given.NewAddress();
        var (first, last) = (await world.Given.Message(email), await world.Given.Message(email));
        var others = Enumerable.Range(0, 30_000).Select(_ => $"message|{world.NewId()}");
        var open = world.Get<OpenRuns>();
        await open.Leave(await open.Add(
            world.Get<LongWork>().New(RunKind.Erasure, "officer", [world.Get<SubjectKeys>().OfEmail(email)], [$"message|{first.Id}", .. others, $"message|{last.Id}"]),
            default), default);

        await world.Function<GoOnWithRuns>().Run(new TimerInfo(), default);

        Assert.Null(await world.Get<ContactMessages>().Find(first.Id, default));
        Assert.Null(await world.Get<ContactMessages>().Find(last.Id, default));
        Assert.Empty(await world.Storage.Rows(OpenRuns.TableName));
    }

    private async Task GivenDue()
    {
        for (var each = 0; each < 3; each++)
            await world.Given.OrderWithScan(world.Given.NewAddress(), agreed: order => order with { OpenedOn = world.Today.AddYears(-6), ShippedOn = world.Today.AddYears(-6) });
    }

    private async Task Swept()
    {
        Assert.Empty(await world.Storage.Rows(OrderStore.TableName));
        Assert.Empty(await world.Storage.Rows(OpenRuns.TableName));
        var run = await world.Get<RunLog>().NewestSweep(default);
        Assert.True(run!.Complete);
    }

    private static Task<HttpResponse> Sweep(World life) => life.Ask<RunSweep>((function, request) => function.Run(request, default));
}
