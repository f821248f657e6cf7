using Azure.Core;
using Azure.Core.Pipeline;

namespace WelWee3D.Storage;

/// <summary>Gives the calls that carry the bytes of a file the time that these take; all others are short.</summary>
public sealed class TransferPatience : HttpPipelineSynchronousPolicy
{
    private static readonly TimeSpan Transfer = TimeSpan.FromSeconds(30);

    public override void OnSendingRequest(HttpMessage message)
    {
        if (CarriesContent(message.Request))
            message.NetworkTimeout = Transfer;
    }

    // What asks about a blob or a container, and does not move its bytes, says so in "comp" or "restype".
    private static bool CarriesContent(Request request)
    {
        var query = request.Uri.Query;
        if (query.Contains("restype=", StringComparison.Ordinal))
            return false;
        var isPart = query.Contains("comp=block&", StringComparison.Ordinal) || query.EndsWith("comp=block", StringComparison.Ordinal)
            || query.Contains("comp=appendblock", StringComparison.Ordinal);
        var isWhole = !query.Contains("comp=", StringComparison.Ordinal);
        return request.Method == RequestMethod.Get && isWhole
            || request.Method == RequestMethod.Put && request.Content is not null && (isPart || isWhole);
    }
}
