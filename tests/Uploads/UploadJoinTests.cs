namespace WelWee3D.Tests.Uploads;

/// <summary>A final upload whose making is cut short.</summary>
public sealed class UploadJoinTests : OwnWorld
{
    [Fact]
    public async Task Dying_between_any_two_storage_calls_is_made_good_by_asking_again()
    {
        for (var (calls, died) = (0, true); died; calls++)
        {
            var order = await world.Given.Order();
            var parts = new[] { await Sent([1, 2]), await Sent([3, (byte)calls]) };
            var dying = new Dying(calls + 1, Death.BeforeCall);
            await using (var mortal = world.Beside(dying.Befall))
                died = await Record.ExceptionAsync(() => Join(mortal, order, parts)) is not null || dying.HasDied;

            world.Wait(UploadTurn.Length);
            Assert.Equal(201, await Join(world, order, parts));

            var scan = Assert.Single((await world.Get<OrderStore>().Find(order.Id, default))!.Scans);
            var content = await world.Storage.Scans.GetBlobClient($"{order.Id}/{scan.BlobName}").DownloadContentAsync();
            Assert.Equal([1, 2, 3, (byte)calls], content.Value.Content.ToArray());
            Assert.Empty(await world.Storage.PartialUploadNames());
        }
    }

    private async Task<Upload> Sent(byte[] bytes)
    {
        var uploads = world.Get<UploadStore>();
        var upload = await uploads.Add(
            uploads.Begin(null, UploadMetadata.Read(null, world.Today, isPartial: true).Value, bytes.Length, new(IsPartial: true, [])), default);
        await using var turn = (await uploads.TakeTurn(upload, 0, counts: true))!;
        await world.Given.Stage(turn.Upload, bytes);
        return upload;
    }

    private static async Task<int> Join(World world, Order order, Upload[] parts)
    {
        var answer = await world.Ask<CreateUpload>((function, request) => function.Run(request, default), compose: request =>
        {
            request.Headers["Tus-Resumable"] = "1.0.0";
            request.Headers["Upload-Concat"] = $"final;{string.Join(' ', parts.Select(part => $"/api/uploads/{part.Id}"))}";
            request.Headers["Upload-Metadata"] = TusClient.Metadata(order.Id) + TusClient.Agreed;
        });
        return answer.StatusCode;
    }
}
