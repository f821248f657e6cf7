using System.Diagnostics;

namespace WelWee3D.Telemetry;

/// <summary>
/// One trace leads from a request to what follows from it minutes later, in other processes: to the trigger that reads a file,
/// and to the letter. Where it was left is kept beside the file or the letter, as W3C writes it (traceparent): random numbers.
/// </summary>
public static class Traces
{
    public const string SourceName = "WelWee3D";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Null when nobody follows.</summary>
    public static string? Here => Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>Goes on from where a trace was left; the run of the function that does so is linked.</summary>
    public static Activity? GoOn(string name, string? from)
    {
        if (!ActivityContext.TryParse(from, traceState: null, isRemote: true, out var left))
            return Source.StartActivity(name);
        IEnumerable<ActivityLink> run = Activity.Current is { } current ? [new(current.Context)] : [];
        return Source.StartActivity(ActivityKind.Internal, left, links: run, name: name);
    }
}
