using System.Net.Sockets;
using Azure;
using WelWee3D.Staff;

namespace WelWee3D.Http;

/// <summary>Tells what will pass by itself (something the app leans on is down or busy) from what is a fault.</summary>
public static class Outage
{
    public static bool Explains(Exception exception) => exception switch
    {
        // Status 0: no answer came at all.
        RequestFailedException failed => failed.Status is 0 or 408 or 429 or 500 or 502 or 503 or 504,

        // What the client throws once its retries are used up.
        AggregateException retries => retries.InnerExceptions.Count > 0 && retries.InnerExceptions.All(Explains),

        IssuerUnavailableException or HttpRequestException or SocketException or HttpIOException => true,
        IOException { InnerException: SocketException } => true,

        // A timeout, which the clients tell as a cancellation, or the host going down: the caller, who is still there, tries again.
        OperationCanceledException => true,
        _ => false,
    };
}
