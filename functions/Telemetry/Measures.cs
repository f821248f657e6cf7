using System.Diagnostics.Metrics;

namespace WelWee3D.Telemetry;

/// <summary>
/// The app's work in figures, each counted where it becomes true. A process sees a part of the work and lives for minutes:
/// what stands at a moment is recorded when it is seen, never asked of a process's memory.
/// </summary>
public sealed class Measures
{
    public const string MeterName = "WelWee3D";

    private readonly Counter<long> messagesReceived;
    private readonly Counter<long> lettersSent;
    private readonly Counter<long> lettersGivenUp;
    private readonly Counter<long> lettersRefused;
    private readonly Counter<long> scansRecorded;
    private readonly Counter<long> scansRejected;
    private readonly Counter<long> uploadsBytes;
    private readonly Counter<long> recordsDestroyed;
    private readonly Counter<long> sweeps;
    private readonly Counter<long> chainVerified;
    private readonly Counter<long> mornings;
    private readonly Gauge<long> tasksOpen;
    private readonly Gauge<long> tasksOverdue;
    private readonly Gauge<long> deadlineDays;
    private readonly Gauge<long> blobsPoisoned;

    public Measures(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        messagesReceived = meter.CreateCounter<long>("welwee.messages.received", "{message}", "Contact messages taken in.");
        lettersSent = meter.CreateCounter<long>("welwee.letters.sent", "{letter}", "Letters that the mail service took.");
        lettersGivenUp = meter.CreateCounter<long>("welwee.letters.given_up", "{letter}", "Letters that could not be delivered.");
        lettersRefused = meter.CreateCounter<long>("welwee.letters.refused", "{answer}", "Answers of the mail service that it does not know us, or not any more.");
        scansRecorded = meter.CreateCounter<long>("welwee.scans.recorded", "{scan}", "Files that turned out to be a scan.");
        scansRejected = meter.CreateCounter<long>("welwee.scans.rejected", "{file}", "Files that turned out to be none.");
        uploadsBytes = meter.CreateCounter<long>("welwee.uploads.bytes", "By", "Bytes of uploads that came in.");
        recordsDestroyed = meter.CreateCounter<long>("welwee.records.destroyed", "{record}", "Records that are gone, by the rule that decided.");
        sweeps = meter.CreateCounter<long>("welwee.sweeps", "{sweep}", "Sweeps, by whether they did all there was to do.");
        chainVerified = meter.CreateCounter<long>("welwee.chain.verified", "{verification}", "Verifications of the chain of certificates, by whether it was whole.");
        mornings = meter.CreateCounter<long>("welwee.mornings", "{morning}", "Mornings on which people were told of all that they have to do.");
        tasksOpen = meter.CreateGauge<long>("welwee.destruction_tasks.open", "{task}", "Destructions that wait for staff to confirm copies on disk.");
        tasksOverdue = meter.CreateGauge<long>("welwee.destruction_tasks.overdue", "{task}", "Those of them whose last day has passed.");
        deadlineDays = meter.CreateGauge<long>("welwee.deadline.days", "d", "Days until the nearest deadline.");
        blobsPoisoned = meter.CreateGauge<long>("welwee.blobs.poisoned", "{blob}", "Blobs whose trigger failed so often that it is tried no more.");
    }

    public void MessageReceived() => messagesReceived.Add(1);

    public void LetterSent() => lettersSent.Add(1);

    public void LetterGivenUp() => lettersGivenUp.Add(1);

    public void LetterRefused(int status) => lettersRefused.Add(1, new KeyValuePair<string, object?>("status", status));

    public void ScanRecorded() => scansRecorded.Add(1);

    public void ScanRejected() => scansRejected.Add(1);

    public void BytesReceived(int count) => uploadsBytes.Add(count);

    public void Destroyed(string rule, int records) => recordsDestroyed.Add(records, new KeyValuePair<string, object?>("rule", rule));

    public void Swept(bool complete) => sweeps.Add(1, Said("complete", complete));

    public void ChainVerified(bool whole) => chainVerified.Add(1, Said("whole", whole));

    public void MorningTold() => mornings.Add(1);

    public void TasksStand(int open, int overdue)
    {
        tasksOpen.Record(open);
        tasksOverdue.Record(overdue);
    }

    public void NearestDeadlineIn(int days) => deadlineDays.Record(days);

    public void BlobsPoisoned(int count) => blobsPoisoned.Record(count);

    // In words: an exporter that has only text for them would write True and False.
    private static KeyValuePair<string, object?> Said(string tag, bool isSo) => new(tag, isSo ? "true" : "false");
}
