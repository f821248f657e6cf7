using System.Text.Json.Nodes;

namespace WelWee3D.Tests.Infra;

/// <summary>A change, with all that must be told of it.</summary>
internal sealed record Broken<T>(Action<T> Change, params string[] Faults);

/// <summary>Changes of a good deployment, each with what must be told of it.</summary>
internal static class BrokenDeployments
{
    private const string Event = "Microsoft.EventGrid/systemTopics/eventSubscriptions";

    public static readonly Dictionary<string, Broken<Changed>> All = BrokenStorage.All.Concat(BrokenPlatform.All).ToDictionary();

    public static readonly Dictionary<string, Broken<Changed>> Subscription = new()
    {
        ["another container"] = new(
            made => made.Set(Event, "record-scan", "properties.filter.subjectBeginsWith", "/blobServices/default/containers/exports/"),
            "subscription: properties.filter.subjectBeginsWith is /blobServices/default/containers/exports/, not /blobServices/default/containers/scans/."),
        ["every event"] = new(
            made => made.Unset(Event, "record-scan", "properties.filter.includedEventTypes"),
            """subscription: properties.filter.includedEventTypes is nothing, not ["Microsoft.Storage.BlobCreated"]."""),
        ["copies too"] = new(
            made => made.Unset(Event, "record-scan", "properties.filter.advancedFilters"),
            """subscription: properties.filter.advancedFilters is nothing, not [{"operatorType":"StringIn","key":"data.api","values":["PutBlob","PutBlockList","CopyBlob"]},{"operatorType":"StringIn","key":"data.blobType","values":["BlockBlob"]}]."""),
        ["an hour of tries"] = new(
            made => made.Set(Event, "record-scan", "properties.retryPolicy.eventTimeToLiveInMinutes", 60),
            "subscription: properties.retryPolicy.eventTimeToLiveInMinutes is 60, not 1440."),
        ["few tries"] = new(
            made => made.Set(Event, "record-scan", "properties.retryPolicy.maxDeliveryAttempts", 3),
            "subscription: properties.retryPolicy.maxDeliveryAttempts is 3, not 30."),
        ["no dead letters"] = new(
            made => made.Unset(Event, "record-scan", "properties.deadLetterWithResourceIdentity"),
            "subscription: properties.deadLetterWithResourceIdentity.deadLetterDestination.properties.blobContainerName is nothing, not dead-letters."),
        ["another function"] = new(
            made => made.Set(Event, "record-scan", "properties.destination.properties.endpointUrl", "https://x"),
            "The subscription does not call RecordScan.",
            "The subscription does not look up the key of the webhook."),
        ["no subscription"] = new(made => made.Remove(Event, "record-scan"), "There must be one subscription."),
    };

    public static readonly Dictionary<string, Broken<JsonObject>> Host = new()
    {
        ["other tries of a blob"] = new(host => host["extensions"]!["blobs"]!["poisonBlobThreshold"] = 10, "host.json: a blob must be tried five times."),
        ["tries of a blob by default"] = new(
            host => host["extensions"]!["blobs"]!.AsObject().Remove("poisonBlobThreshold"),
            "host.json: a blob must be tried five times."),
        ["other tries of a message"] = new(
            host => host["extensions"]!["queues"] = new JsonObject { ["maxDequeueCount"] = 8 },
            "host.json: a message is tried 8 times, not five."),
        ["tries of tries"] = new(host => host["retry"] = new JsonObject { ["strategy"] = "fixedDelay" }, "host.json: a retry policy multiplies the five tries."),
        ["telemetry of its own"] = new(host => host.Remove("telemetryMode"), "host.json: the host must tell its part of a trace as the app does."),
        ["no end"] = new(host => host["functionTimeout"] = "-1", "host.json: functionTimeout is -1, and not within 00:30:00."),
        ["longer than the plan"] = new(host => host["functionTimeout"] = "02:00:00", "host.json: functionTimeout is 02:00:00, and not within 00:30:00."),
    };
}
