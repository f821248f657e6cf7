using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace WelWee3D.Tests.Scans;

/// <summary>Blobs that the Functions host gave up, in the queue where it puts them.</summary>
public sealed class PoisonedBlobsTests : OwnWorld
{
    private QueueClient Queue => new(world.Storage.ConnectionString, PoisonedBlobs.QueueName);

    [Fact]
    public async Task They_are_counted_each_quarter_of_an_hour_and_told_each_morning_until_the_queue_is_empty()
    {
        using var measured = new Measured(world);
        await Watch();
        foreach (var order in new[] { await world.Given.OrderWithScan(), await world.Given.OrderWithScan() })
            await Queue.SendMessageAsync(Message($"{order.Id}/{order.Scans[0].BlobName}"));
        await Watch();
        var told = await Morning();
        await Queue.ClearMessagesAsync();
        await Watch();

        Assert.Equal(["0", "2", "0"], measured.Of("welwee.blobs.poisoned"));
        Assert.Contains("Aantal: 2\nWachtrij: webjobs-blobtrigger-poison\n", told, StringComparison.Ordinal);
        Assert.Null(await Morning());
    }

    [Fact]
    public async Task An_erasure_takes_those_of_the_persons_files_along_and_leaves_the_others_for_who_looks_next()
    {
        var (erased, kept) = (await world.Given.OrderWithScan(), await world.Given.OrderWithScan(email: "another@example.nl"));
        foreach (var order in new[] { erased, kept })
            await Queue.SendMessageAsync(Message($"{order.Id}/{order.Scans[0].BlobName}"));

        await world.Get<Erasure>().Erase([world.Get<SubjectKeys>().OfEmail(Make.Email)], "officer", default);

        var left = Assert.Single((await Queue.PeekMessagesAsync(32)).Value);
        Assert.Contains($"{kept.Id}", Decoded(left), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_of_a_file_that_is_gone_is_found_however_many_there_are_and_one_that_names_none_stays()
    {
        string[] namesNone = ["something else", """{"ContainerName":"scans"}""", """{"ContainerName":"photos","BlobName":"a.stl"}""", "[1]", "bnVsbA=="];
        var order = await world.Given.OrderWithScan();
        for (var i = 0; i < 40; i++)
            await Queue.SendMessageAsync(Message($"{order.Id}/{order.Scans[0].BlobName}"));
        foreach (var message in namesNone)
            await Queue.SendMessageAsync(message);
        await Queue.SendMessageAsync(JsonSerializer.Serialize(new { ContainerName = ScanBlobs.ContainerName, BlobName = "wilhelmina.stl" }));

        await Watch();

        QueueProperties left = await Queue.GetPropertiesAsync();
        Assert.Equal(40 + namesNone.Length, left.ApproximateMessagesCount);
        await world.Storage.Scans.DeleteBlobAsync($"{order.Id}/{order.Scans[0].BlobName}");
        await Watch();
        Assert.Equal(namesNone.Order(), (await Queue.PeekMessagesAsync(32)).Value.Select(message => message.MessageText).Order());
    }

    [Fact]
    public async Task They_are_counted_also_when_none_can_be_forgotten()
    {
        using var measured = new Measured(world);
        await Queue.SendMessageAsync(Message("order/scan.stl"));
        world.Calls.Before = request => request.Uri.Path.EndsWith("/messages", StringComparison.Ordinal) ? throw new RequestFailedException(403, "No", "No", null) : Task.CompletedTask;

        await Assert.ThrowsAsync<RequestFailedException>(Watch);

        Assert.Equal(["1"], measured.Of("welwee.blobs.poisoned"));
    }

    [Fact]
    public async Task Without_the_queue_there_are_none()
    {
        await Queue.DeleteAsync();
        using var measured = new Measured(world);

        await Watch();

        Assert.Equal(["0"], measured.Of("welwee.blobs.poisoned"));
    }

    private async Task Watch() => await world.Function<WatchPoisonedBlobs>().Run(new TimerInfo(), default);

    private async Task<string?> Morning()
    {
        await world.Storage.Clear(Letters.TableName);
        await world.Function<RemindDeadlines>().Run(new TimerInfo(), default);
        return await world.Letter(ReminderLetter.Name);
    }

    // As the Functions host writes it.
    private static string Message(string blob) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
    {
        Type = "BlobTrigger", FunctionId = "Host.Functions.RecordScan", BlobType = "BlockBlob", ContainerName = ScanBlobs.ContainerName, BlobName = blob, ETag = "\"0x8D\"",
    }));

    private static string Decoded(PeekedMessage message) => Encoding.UTF8.GetString(Convert.FromBase64String(message.MessageText));
}
