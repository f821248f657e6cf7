using WelWee3D.Tests.Http;

namespace WelWee3D.Tests.Retention;

/// <summary>What is noted of the chain each day, where nobody can change it; and that a chain rewritten whole does not hold against it.</summary>
public sealed class CheckpointsTests() : OwnWorld(new() { At = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1)) })
{
    private static readonly CancellationToken None = CancellationToken.None;

    private Checkpoints Checkpoints => world.Get<Checkpoints>();

    private async Task<IReadOnlyList<Checkpoint>> Noted() => (await Checkpoints.All(None)).Readable;

    [Fact]
    public async Task The_morning_after_a_day_on_which_the_chain_grew_its_newest_certificate_is_noted()
    {
        var (day, certificate) = (world.Today, await Certify());
        await Remind();
        Assert.Empty(await Noted());

        await NextMorning();
        await NextMorning();

        Assert.Equal([new(day, certificate.Number, certificate.Hash)], await Noted());
        Assert.Equal(["2026-11-22.json"], await Account.BlobNames(world.Storage.Container(Checkpoints.ContainerName)));
    }

    [Fact]
    public async Task A_day_whose_morning_never_came_is_made_up_for_by_the_next()
    {
        var (day, certificate) = (world.Today, await Certify());
        world.MoveTo(day.AddDays(3));
        var later = await Certify();

        await Remind();
        await NextMorning();

        Assert.Equal(
            [new(day, certificate.Number, certificate.Hash), new(day.AddDays(3), later.Number, later.Hash)], await Noted());
    }

    [Fact]
    public async Task Each_of_the_days_whose_mornings_never_came_has_its_own()
    {
        var (day, first) = (world.Today, await Certify());
        world.MoveTo(day.AddDays(1));
        var second = await Certify();
        world.MoveTo(day.AddDays(2));
        var third = await Certify();

        await NextMorning();

        Assert.Equal(
            [new(day, first.Number, first.Hash), new(day.AddDays(1), second.Number, second.Hash), new(day.AddDays(2), third.Number, third.Hash)],
            await Noted());
    }

    [Fact]
    public async Task It_is_in_the_letter_of_that_morning_for_whoever_reads_it_there()
    {
        var certificate = await Certify();

        await NextMorning();

        Assert.Contains(
            $"Dag: 22 november 2026\nNieuwste verklaring: {certificate.Number}\nHash: {certificate.Hash}\n",
            await world.Letter(ReminderLetter.Name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_written_once_and_never_again_also_by_two_at_the_same_moment()
    {
        var certificate = await Certify();
        world.MoveTo(world.Today.AddDays(1));

        var written = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Beside().Get<Checkpoints>().Write(world.Today, None)));
        await Rewrite("\"staff\"", "\"nobody\"");
        var (again, isNew) = (await Checkpoints.Write(world.Today, None))!.Value;

        Assert.Single(written, each => each!.Value.IsNew);
        Assert.Equal((certificate.Hash, false), (again.Hash, isNew));
    }

    [Fact]
    public async Task The_morning_may_die_at_any_of_its_calls_and_the_next_one_tells_it()
    {
        var (day, certificate) = (world.Today, await Certify());
        world.MoveTo(day.AddDays(1));
        for (var call = 1; ; call++)
        {
            var dying = new Dying(call, call % 2 == 0 ? Death.BeforeCall : Death.AfterCall);
            await using var life = world.Beside(dying.Befall);
            await Record.ExceptionAsync(() => life.Function<RemindDeadlines>().Run(new TimerInfo(), None));
            if (!dying.HasDied)
                break;
        }

        Assert.Equal([new(day, certificate.Number, certificate.Hash)], await Noted());
        Assert.Contains(certificate.Hash, await world.Letter(ReminderLetter.Name), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing", null, null)]
    [InlineData("all rewritten", 1, "2026-11-22")]
    [InlineData("cut off", 3, "2026-11-24")]
    public async Task A_chain_that_was_rewritten_whole_or_cut_off_does_not_hold_against_its_checkpoints(string how, int? number, string? day)
    {
        for (var each = 0; each < 3; each++)
        {
            await Certify();
            if (each > 0)
                await NextMorning();
            else
                world.MoveTo(world.Today.AddDays(1));
        }
        if (how == "all rewritten")
            await Rewrite("\"staff\"", "\"nobody\"");
        if (how == "cut off")
            await world.Storage.Table(Certificates.TableName).DeleteEntityAsync(await Row(3));

        var alone = await CertificateChain.Verify(world.Get<Certificates>().All(None));
        var held = await CertificateChain.Verify(world.Get<Certificates>().All(None), await Noted());

        Assert.True(alone.Intact);
        Assert.Equal((number, day), (held.Broken?.Number, held.Broken?.Checkpoint?.Iso()));
    }

    [Fact]
    public async Task One_that_is_damaged_hides_no_other_and_is_named_beside_them()
    {
        var day = world.Today;
        await Certify();
        await NextMorning();
        await Certify();
        await NextMorning();
        await world.Storage.Container(Checkpoints.ContainerName).GetBlobClient($"{day.Iso()}.json").UploadAsync(BinaryData.FromString("{"), overwrite: true);
        await Rewrite("\"staff\"", "\"nobody\"");

        var fetched = await Answer.Of<ListCertificates>(world, (function, request) =>
        {
            request.QueryString = new("?all");
            return function.Run(request, None);
        });
        var (report, held) = await world.Get<ChainVerification>().Verify(None);

        Assert.Equal(day.AddDays(1).Iso(), Assert.Single(fetched.Json.GetProperty("checkpoints").EnumerateArray()).GetProperty("day").GetString());
        Assert.Equal([$"checkpoints|{day.Iso()}.json"], fetched.Json.GetProperty("unreadableCheckpoints").EnumerateArray().Select(each => each.GetString()));
        Assert.Equal((1, day.AddDays(1)), (held, report.Broken!.Checkpoint));
    }

    /// <summary>One certificate more.</summary>
    private async Task<SealedCertificate> Certify()
    {
        var message = await world.Given.Message(world.Given.NewAddress());
        await world.Get<Erasure>().Erase(world.Get<ContactMessages>().SubjectsOf(message), "officer", None);
        return await world.Get<Certificates>().NewestFirst(null, 1, None).FirstAsync();
    }

    private Task NextMorning()
    {
        world.MoveTo(world.Today.AddDays(1));
        return Remind();
    }

    private Task Remind() => world.Function<RemindDeadlines>().Run(new TimerInfo(), None);

    private async Task<TableEntity> Row(int number) =>
        (await world.Storage.Rows(Certificates.TableName)).Single(row => row.GetInt32("Number") == number);

    /// <summary>As whoever may write to the table would: every certificate sealed anew, so that each follows from the one before.</summary>
    private async Task Rewrite(string said, string instead)
    {
        var previous = SealedCertificate.Origin;
        foreach (var row in (await world.Storage.Rows(Certificates.TableName)).OrderBy(row => row.GetInt32("Number")))
        {
            var former = StoredJson.Read<Certificate>(row.GetString("Text").Replace(said, instead, StringComparison.Ordinal))!;
            var forged = SealedCertificate.Seal(former with { Previous = previous });
            (row["Text"], row["Hash"], previous) = (forged.Text, forged.Hash, forged.Hash);
            await world.Storage.Table(Certificates.TableName).UpdateEntityAsync(row, Azure.ETag.All, TableUpdateMode.Replace);
        }
    }
}
