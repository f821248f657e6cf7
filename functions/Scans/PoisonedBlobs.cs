using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Telemetry;

namespace WelWee3D.Scans;

/// <summary>
/// Files whose trigger failed so often that the Functions host tries it no more: it leaves a message for each in a queue. The
/// weekly reconciliation reads the file all the same; why it failed is for people to find out.
/// </summary>
public sealed class PoisonedBlobs(StorageAccounts accounts, ScanBlobs blobs, Measures measures) : IReminder
{
    /// <summary>As the Functions host names it, in the account of the trigger.</summary>
    public const string QueueName = "webjobs-blobtrigger-poison";

    private const int AtOnce = 32;

    // Longer than a walk takes: should the process die in it, the messages are back after that.
    private static readonly TimeSpan InHand = TimeSpan.FromMinutes(1);

    private readonly QueueClient queue = accounts.Queues(Accounts.Scans).GetQueueClient(QueueName);

    public async Task<bool> HasAny(DateOnly today, CancellationToken cancellation) => await Count(cancellation) > 0;

    public async Task<bool> Tell(LetterBody letter, DateOnly day, DateOnly today, CancellationToken cancellation)
    {
        var count = await Count(cancellation);
        if (count == 0)
            return false;
        letter
            .Say("Deze bestanden konden na vijf pogingen niet worden gelezen. De wekelijkse controle leest ze nog eens. Laat nakijken waarom het misging, en de wachtrij daarna legen.")
            .Facts(("Aantal", count.ToString(CultureInfo.InvariantCulture)), ("Wachtrij", QueueName));
        return true;
    }

    public async Task Measure(CancellationToken cancellation) => measures.BlobsPoisoned(await Count(cancellation));

    /// <summary>Removes the messages of files that are gone: nothing is left to find out, and they would name them for days more.</summary>
    public async Task Forget(CancellationToken cancellation)
    {
        var kept = new List<QueueMessage>();
        while (await Take(cancellation) is { Length: > 0 } taken)
            foreach (var message in taken)
                if (await IsGone(message, cancellation))
                    await IfStillInHand(() => queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation));
                else
                    kept.Add(message);
        foreach (var message in kept)
            await IfStillInHand(() => queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: cancellation));
    }

    private async Task<QueueMessage[]> Take(CancellationToken cancellation)
    {
        try
        {
            return await queue.ReceiveMessagesAsync(AtOnce, InHand, cancellation);
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            // Somebody took the queue away: the host makes it again for the next message.
            return [];
        }
    }

    private async Task<bool> IsGone(QueueMessage message, CancellationToken cancellation) =>
        PoisonMessage.Read(message.MessageText) is { ContainerName: ScanBlobs.ContainerName, BlobName.Length: > 0 } told
        && !await blobs.Blob(told.BlobName).ExistsAsync(cancellation);

    private static async Task IfStillInHand(Func<Task> change)
    {
        try
        {
            await change();
        }
        catch (RequestFailedException passed) when (passed.Status == 404 || passed.ErrorCode == QueueErrorCode.PopReceiptMismatch.ToString())
        {
            // It has come to its end, or another walk has it in hand by now.
        }
    }

    private async Task<int> Count(CancellationToken cancellation)
    {
        try
        {
            QueueProperties properties = await queue.GetPropertiesAsync(cancellation);
            return properties.ApproximateMessagesCount;
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return 0;
        }
    }
}
