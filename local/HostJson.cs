using Microsoft.Extensions.Configuration;

namespace WelWee3D.Local;

/// <summary>The settings of the Functions host that hold here too.</summary>
public sealed record HostJson(string RoutePrefix, int PoisonBlobThreshold, int BlobsAtOnce)
{
    public static HostJson Read()
    {
        var file = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "host.json"), optional: false, reloadOnChange: false)
            .Build();
        return new HostJson(
            file["extensions:http:routePrefix"] ?? "api",
            file.GetValue("extensions:blobs:poisonBlobThreshold", 5),
            file.GetValue("extensions:blobs:maxDegreeOfParallelism", 8));
    }
}
