using Azure.Storage.Blobs;

namespace WelWee3D.Scans;

/// <summary>Records each file that arrives. The trigger tells at once: today is the day it arrived.</summary>
public sealed class RecordScan(ScanRecorder recorder, TimeProvider clock)
{
    [Function(nameof(RecordScan))]
    public Task Run(
        [BlobTrigger("scans/{orderId}/{name}", Connection = Accounts.Scans, Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        CancellationToken cancellation) =>
        recorder.Record(blob, clock.Today(), cancellation);
}
