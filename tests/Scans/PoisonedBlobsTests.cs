using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker;

namespace WelWee3D.Tests.Scans;

/// <summary>Blobs that the Functions host gave up, in the queue where it puts them.</summary>
public sealed class PoisonedBlobsTests : OwnWorld
{
    [Fact]
    public async Task They_are_counted_and_told_each_morning_until_the_queue_is_empty()
    {
        using var measured = new Measured(world);
        await Morning();
        var queue = new QueueClient(world.Storage.ConnectionString, PoisonedBlobs.QueueName);
        await queue.CreateAsync();
        await queue.SendMessageAsync("""{"ContainerName":"scans","BlobName":"order/scan.stl"}""");
        await queue.SendMessageAsync("""{"ContainerName":"scans","BlobName":"order/scan2.stl"}""");
        await Morning();
        var told = await world.Letter(ReminderLetter.Name);
        await queue.ClearMessagesAsync();
        await Morning();

        Assert.Equal(["0", "2", "0"], measured.Of("welwee.blobs.poisoned"));
        Assert.Contains("Aantal: 2\nWachtrij: webjobs-blobtrigger-poison\n", told, StringComparison.Ordinal);
        Assert.Null(await world.Letter(ReminderLetter.Name));
    }

    private async Task Morning()
    {
        await world.Storage.Clear(Letters.TableName);
        await world.Function<RemindDeadlines>().Run(new TimerInfo(), default);
    }
}
