namespace WelWee3D.Tests.Infra;

/// <summary>That the app is told of each file once it is whole, for a day if need be.</summary>
internal static class SubscriptionChecks
{
    public static IEnumerable<string> Faults(Deployment made, AppFacts app)
    {
        if (made.Of("Microsoft.EventGrid/systemTopics/eventSubscriptions").ToArray() is not [var subscription])
            return ["There must be one subscription."];
        var (_, container) = app.Triggers.Single();
        return
        [
            .. subscription.Expect("subscription", "properties.filter.subjectBeginsWith", $"/blobServices/default/containers/{container}/"),
            .. subscription.Expect("subscription", "properties.filter.includedEventTypes", """["Microsoft.Storage.BlobCreated"]"""),
            .. subscription.Expect(
                "subscription", "properties.filter.advancedFilters",
                """[{"operatorType":"StringIn","key":"data.api","values":["PutBlob","PutBlockList","CopyBlob"]},{"operatorType":"StringIn","key":"data.blobType","values":["BlockBlob"]}]"""),
            .. subscription.Expect("subscription", "properties.retryPolicy.eventTimeToLiveInMinutes", "1440"),
            .. subscription.Expect("subscription", "properties.retryPolicy.maxDeliveryAttempts", "30"),
            .. subscription.Expect("subscription", "properties.deadLetterWithResourceIdentity.deadLetterDestination.properties.blobContainerName", "dead-letters"),
            .. Webhook(subscription),
        ];
    }

    // The key of the webhook is looked up by Azure; the function is the one that records.
    private static IEnumerable<string> Webhook(Deployed subscription)
    {
        var endpoint = subscription.Text("properties.destination.properties.endpointUrl") ?? "";
        if (!endpoint.Contains($"functionName=Host.Functions.{nameof(RecordScan)}&code={{1}}", StringComparison.Ordinal))
            yield return $"The subscription does not call {nameof(RecordScan)}.";
        if (!endpoint.Contains("systemKeys.blobs_extension", StringComparison.Ordinal))
            yield return "The subscription does not look up the key of the webhook.";
    }
}
