using System.Collections.Concurrent;

namespace WelWee3D.Mail;

public sealed class SendLetters(Letters letters, LetterDelivery delivery)
{
    private const int AtOnce = 4;

    [Function(nameof(SendLetters))]
    public async Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var faults = new ConcurrentQueue<Exception>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(letters.Ready(cancellation), parallel, async (letter, stop) =>
        {
            try
            {
                await delivery.Deliver(letter, stop);
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                // The other letters go out first; then the host hears of it.
                faults.Enqueue(fault);
            }
        });
        if (!faults.IsEmpty)
            throw new AggregateException(faults);
    }
}
