using Azure;
using WelWee3D.Tests.Mail;
using WelWee3D.Tests.Retention;

namespace WelWee3D.Tests.Telemetry;

/// <summary>What the app tells in figures is counted once, where it becomes true.</summary>
public sealed class MeasuresTests : Outbox
{
    private static readonly CancellationToken None = CancellationToken.None;

    private Measured Measured => field ??= new(world);

    [Fact]
    public async Task A_message_counts_once_however_often_its_request_is_repeated()
    {
        _ = Measured;
        foreach (var _ in Enumerable.Range(0, 3))
            await world.Ask<SubmitContactForm>(
                (function, request) => function.Run(request, None),
                new { name = "Anna", email = Make.Email, message = "Kan het ook zittend?" }, request => request.Headers["Idempotency-Key"] = "once");

        Assert.Equal(["1"], Measured.Of("welwee.messages.received"));
    }

    [Theory]
    [InlineData(HttpStatusCode.Accepted, new[] { "1" }, new string[0], new string[0])]
    [InlineData(HttpStatusCode.BadRequest, new string[0], new[] { "1" }, new string[0])]
    [InlineData(HttpStatusCode.Unauthorized, new string[0], new string[0], new[] { "1 status=401" })]
    [InlineData(HttpStatusCode.Forbidden, new string[0], new string[0], new[] { "1 status=403" })]
    [InlineData(HttpStatusCode.InternalServerError, new string[0], new string[0], new string[0])]
    public async Task What_the_mail_service_answers_is_told_apart(HttpStatusCode answer, string[] sent, string[] givenUp, string[] refused)
    {
        _ = Measured;
        SendGrid.Answer = subject => subject == Note.Reference ? answer : null;
        await Letters.Add(Note, None);

        await Send();
        await Send();

        Assert.Equal(sent, Measured.Of("welwee.letters.sent"));
        Assert.Equal(givenUp, Measured.Of("welwee.letters.given_up"));
        Assert.Equal(refused, Measured.Of("welwee.letters.refused"));
    }

    [Fact]
    public async Task The_bytes_of_an_upload_count_as_they_come_and_what_they_turn_out_to_be_once()
    {
        var order = await world.Given.Order();
        _ = Measured;
        foreach (var file in new[] { Make.File, "no scan at all"u8.ToArray() })
        {
            await world.Ask<CreateUpload>((function, request) => function.Run(request, None), compose: request =>
            {
                request.Headers["Tus-Resumable"] = "1.0.0";
                request.Headers["Upload-Length"] = $"{file.Length}";
                request.Headers["Upload-Metadata"] = Uploads.TusClient.Metadata(order.Id) + Uploads.TusClient.Agreed;
                request.Send("application/offset+octet-stream", file);
            });
            foreach (var scan in (await world.Get<OrderStore>().Find(order.Id, None))!.Scans)
                foreach (var _ in Enumerable.Range(0, 2))
                    await world.Function<RecordScan>().Run(world.Get<ScanBlobs>().Of(order.Id, scan), None);
        }

        Assert.Equal([$"{Make.File.Length}", "14"], Measured.Of("welwee.uploads.bytes"));
        Assert.Equal(["1"], Measured.Of("welwee.scans.recorded"));
        Assert.Equal(["1"], Measured.Of("welwee.scans.rejected"));
    }

    [Fact]
    public async Task What_a_sweep_destroys_counts_by_its_rule_also_when_a_copy_on_disk_is_left_and_two_sweep_at_once()
    {
        var (order, _) = await world.NewShippedOrder();
        await world.Given.Change(order, found => found.With(found.Scans[0] with { Copies = [Make.Copy(world.Now)] }));
        await world.Given.Message(on: world.Today.AddYears(-5));
        await world.Given.Message("eva@example.nl", on: world.Today.AddYears(-5));
        world.MoveTo(world.Today.AddMonths(2));
        await using var other = world.Beside();
        using var others = new Measured(other);
        _ = Measured;

        await Task.WhenAll(world.Get<Sweep>().Run("sweep", None), other.Get<Sweep>().Run("sweep", None));

        var destroyed = Measured.Of("welwee.records.destroyed").Concat(others.Of("welwee.records.destroyed"));
        Assert.Equal(["1 rule=scan-without-consent", "2 rule=contact-message"], destroyed.Order());
    }

    [Fact]
    public async Task A_sweep_counts_by_whether_it_did_all_and_tells_what_waits_for_staff()
    {
        var order = await world.Given.OrderWithScan(disks: ["SCHIJF-1"]);
        await world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(order), "officer", None);
        _ = Measured;

        await world.Get<Sweep>().Run("sweep", None);
        world.MoveTo(world.Today.AddDays(1));
        await world.Get<DueIndex>().Put(DueRow.First(world.Today, new("of-tomorrow", world.NewId())), None);
        await world.Get<Sweep>().Run("sweep", None);

        Assert.Equal(["1 complete=true", "1 complete=false"], Measured.Of("welwee.sweeps"));
        Assert.Equal(["1", "1"], Measured.Of("welwee.destruction_tasks.open"));
        Assert.Equal(["0", "1"], Measured.Of("welwee.destruction_tasks.overdue"));
    }

    [Fact]
    public async Task The_morning_tells_how_many_days_are_left_until_the_nearest_deadline()
    {
        _ = Measured;
        await Morning();
        await world.Given.Message(on: world.Today.AddYears(-5).AddDays(12));
        await Morning();
        // Its file goes before the message, and its deadline is nearer.
        var (order, _) = await world.NewShippedOrder();
        await world.Given.Change(order, found => found with { ShippedOn = world.Today.AddDays(11).AddMonths(-2) });
        await Morning();

        Assert.Equal(["12", "11"], Measured.Of("welwee.deadline.days"));
    }

    [Fact]
    public async Task A_file_that_goes_first_for_its_margin_does_not_hide_a_nearer_deadline()
    {
        await world.Given.Message(on: world.Today.AddYears(-5).AddDays(5));
        var (order, _) = await world.NewShippedOrder();
        await world.Given.Change(order, found => found with { ShippedOn = world.Today.AddDays(9).AddMonths(-2) });
        _ = Measured;

        await Morning();

        Assert.Equal(["5"], Measured.Of("welwee.deadline.days"));
    }

    [Fact]
    public async Task Another_instance_counts_for_itself()
    {
        _ = Measured;
        await using var other = world.Beside();
        using var others = new Measured(other);

        await other.Get<Sweep>().Run("sweep", None);

        Assert.Empty(Measured.Of("welwee.sweeps"));
        Assert.Equal(["1 complete=true"], others.Of("welwee.sweeps"));
    }

    [Fact]
    public async Task A_morning_counts_when_everything_was_told_and_not_when_it_failed()
    {
        _ = Measured;
        await Morning();
        world.Calls.Before = request => request.Uri.Path.EndsWith("/DestructionTasks()", StringComparison.Ordinal) ? throw new RequestFailedException(503, "Busy", "ServerBusy", null) : Task.CompletedTask;
        await Assert.ThrowsAsync<RequestFailedException>(Morning);

        Assert.Equal(["1"], Measured.Of("welwee.mornings"));
    }

    private Task Morning() => world.Function<RemindDeadlines>().Run(new TimerInfo(), None);
}
