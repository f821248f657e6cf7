using System.Globalization;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Storage;
using WelWee3D.Telemetry;

namespace WelWee3D.Scans;

/// <summary>
/// Files whose trigger failed so often that the Functions host tries it no more: it leaves a message for each in a queue. The
/// weekly reconciliation reads the file all the same; why it failed is for people to find out.
/// </summary>
public sealed class PoisonedBlobs(StorageAccounts accounts, Measures measures) : IReminder
{
    /// <summary>As the Functions host names it, in the account of the trigger.</summary>
    public const string QueueName = "webjobs-blobtrigger-poison";

    private readonly QueueClient queue = accounts.Queues(Accounts.Scans).GetQueueClient(QueueName);

    public async Task<bool> HasAny(DateOnly today, CancellationToken cancellation)
    {
        var count = await Count(cancellation);
        measures.BlobsPoisoned(count);
        return count > 0;
    }

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

    private async Task<int> Count(CancellationToken cancellation)
    {
        try
        {
            QueueProperties properties = await queue.GetPropertiesAsync(cancellation);
            return properties.ApproximateMessagesCount;
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            // The host makes the queue for the first message.
            return 0;
        }
    }
}
