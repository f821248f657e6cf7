namespace WelWee3D.Tests.Uploads;

/// <summary>However an upload ends that becomes no scan, there is one certificate, with the bytes that had arrived.</summary>
public sealed class UploadCertificateTests : OwnWorld
{
    private static readonly byte[] Bytes = [1, 2, 3];

    [Fact]
    public async Task One_that_its_client_ends()
    {
        var upload = await Unfinished();

        Assert.Equal(204, await End(world, upload));

        await AssertOne(upload, RetentionSchedule.EndedUpload, $"{upload.OrderId}/{upload.BlobName}");
    }

    [Fact]
    public async Task One_that_its_week_ends()
    {
        var upload = await Unfinished();
        world.MoveTo(upload.Due.On);

        await world.Get<Sweep>().Run(Decider.Sweep, default);

        Assert.Equal(Decider.Sweep, (await AssertOne(upload, RetentionSchedule.UnfinishedUpload, $"{upload.OrderId}/{upload.BlobName}")).DecidedBy);
    }

    [Fact]
    public async Task One_that_goes_with_its_order()
    {
        var upload = await Unfinished("anna@example.nl");

        await world.Get<Erasure>().Erase([world.Get<SubjectKeys>().OfEmail("anna@example.nl")], "officer", default);

        await AssertOne(upload, RetentionSchedule.Erasure, $"{upload.OrderId}/{upload.BlobName}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_whose_order_takes_it_no_more(bool atItsLastByte)
    {
        var upload = await Unfinished();
        await world.Get<OrderStore>().Change(upload.OrderId!.Value, order => order with { CancelledOn = order.OpenedOn }, default);
        if (atItsLastByte)
        {
            await world.Given.Stage(await Stored(upload), Bytes, [4, 5]);
            await world.Ask<ReadUploadOffset>((function, request) => function.Run(request, $"{upload.Id}", default), compose: Speak);
            Assert.Equal(5, Assert.Single(await Certificates()).Bytes);
            return;
        }

        await world.Ask<AppendToUpload>((function, request) => function.Run(request, $"{upload.Id}", default), compose: request =>
        {
            Speak(request);
            request.Headers["Upload-Offset"] = "3";
            request.Send("application/offset+octet-stream", [4, 5]);
        });

        await AssertOne(upload, RetentionSchedule.EndedUpload, $"{upload.OrderId}/{upload.BlobName}");
    }

    [Fact]
    public async Task One_whose_first_bytes_are_refused()
    {
        var order = await world.Given.Order(agreed: order => order with { Consents = [Make.Agreed(world.Now)] });

        var refused = await world.Ask<CreateUpload>((function, request) => function.Run(request, default), compose: request =>
        {
            Speak(request);
            request.Headers["Upload-Length"] = "5";
            request.Headers["Upload-Metadata"] = TusClient.Metadata(order.Id);
            request.Headers["Upload-Checksum"] = TusClient.Sha1([9]);
            request.Send("application/offset+octet-stream", Bytes);
        });

        Assert.Equal(460, refused.StatusCode);
        Assert.Equal((RetentionSchedule.EndedUpload.Name, 3), Assert.Single(await Certificates()) is var proof ? (proof.Why.Rule, proof.Bytes) : default);
        Assert.Empty(await world.Storage.Rows(UploadStore.TableName));
    }

    [Fact]
    public async Task A_partial_one()
    {
        var uploads = world.Get<UploadStore>();
        var upload = await uploads.Add(uploads.Begin(null, UploadMetadata.Read(null, world.Today, isPartial: true).Value, 5, new(IsPartial: true, [])), default);
        await using (var turn = (await uploads.TakeTurn(upload, 0, counts: true))!)
            await world.Given.Stage(turn.Upload, Bytes);

        Assert.Equal(204, await End(world, upload));

        await AssertOne(upload, RetentionSchedule.EndedUpload, upload.BlobName);
        Assert.Empty(await world.Storage.PartialUploadNames());
    }

    [Fact]
    public async Task A_file_that_its_order_has_already_with_the_days_on_which_storage_could_recover_it()
    {
        await using var own = await World.Start(new() { KeepsDeleted = TimeSpan.FromDays(7) });
        var order = await own.Given.Order();
        foreach (var _ in (int[])[1, 2])
        {
            var upload = await own.Given.SentUpload(order, Bytes);
            await own.Ask<ReadUploadOffset>((function, request) => function.Run(request, $"{upload.Id}", default), compose: Speak);
        }

        var proof = Assert.Single(await own.Get<Certificates>().All(default).Select(each => each.Read()).ToListAsync());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Bytes)), Assert.Single(proof.Items[0].Files).Sha256);
        Assert.Equal(own.Today.AddDays(8), proof.RecoveryClosesOn);
        own.MoveTo(proof.RecoveryClosesOn);
        await own.Get<Sweep>().Run(Decider.Sweep, default);
        Assert.Contains(await own.Get<Certificates>().All(default).Select(each => each.Read()).ToListAsync(), each => each.Closes == proof.Number);
    }

    [Fact]
    public async Task Wherever_the_process_dies_while_its_client_ends_it()
    {
        for (var (calls, died) = (0, true); died; calls++)
        {
            await using var own = await World.Start();
            var upload = await own.Given.SentUpload(await own.Given.Order(), Bytes);
            var dying = new Dying(calls + 1, Death.BeforeCall);
            await using (var mortal = own.Beside(dying.Befall))
                died = await Record.ExceptionAsync(() => End(mortal, upload)) is not null || dying.HasDied;

            own.MoveTo(upload.Due.On);
            await own.Get<Sweep>().Run(Decider.Sweep, default);

            Assert.Equal(3, Assert.Single(await own.Get<Certificates>().All(default).Select(each => each.Read()).ToListAsync()).Bytes);
            Assert.Empty(await own.Storage.Rows(UploadStore.TableName));
            Assert.Empty(await own.Storage.BlobNames());
        }
    }

    private async Task<Upload> Unfinished(string? email = null)
    {
        var upload = await world.Given.Upload(await world.Given.Order(email ?? world.Given.NewAddress()), length: 5);
        await using var turn = (await world.Get<UploadStore>().TakeTurn(upload, 0, counts: true))!;
        await world.Given.Stage(turn.Upload, Bytes);
        return turn.Upload;
    }

    private async Task<Upload> Stored(Upload upload) => (await world.Get<UploadStore>().Find(upload.Id, default))!;

    private static async Task<int> End(World world, Upload upload) =>
        (await world.Ask<TerminateUpload>((function, request) => function.Run(request, $"{upload.Id}", default), compose: Speak)).StatusCode;

    private static void Speak(HttpRequest request) => request.Headers["Tus-Resumable"] = "1.0.0";

    private async Task<Certificate> AssertOne(Upload upload, RetentionRule rule, string name)
    {
        var proof = Assert.Single(await Certificates());
        Assert.Equal((Upload.Kind, rule.Name, 3, upload.Id), (proof.Kind, proof.Why.Rule, proof.Bytes, proof.Items[0].Id));
        Assert.Equal(new DestroyedFile(name, 3, Sha256: null), Assert.Single(proof.Items[0].Files));
        Assert.Equal(world.Today, proof.RecoveryClosesOn);
        Assert.Null(await world.Get<UploadStore>().Find(upload.Id, default));
        Assert.Empty(await world.Storage.BlobNames());
        return proof;
    }

    private async Task<List<Certificate>> Certificates() =>
        (await world.Get<Certificates>().All(default).Select(each => each.Read()).ToListAsync()).FindAll(each => each.Kind == Upload.Kind);
}
