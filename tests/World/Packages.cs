namespace WelWee3D.Tests;

internal static class Packages
{
    /// <summary>Asks for the package of a person, and says why: there may be a scan in it.</summary>
    public static Task<HttpResponseMessage> Export(this HttpClient officer, object person, string? prefer = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "api/subjects/export") { Content = JsonContent.Create(person) };
        request.Headers.Add(StatedReason.Header, HttpWorld.Reason);
        if (prefer is not null)
            request.Headers.Add("Prefer", prefer);
        return officer.SendAsync(request);
    }

    /// <summary>The same past HTTP.</summary>
    public static Task<HttpResponse> Export(this World world, string email) => world.Ask<ExportSubject>(
        (function, request) => function.Run(request, default), new { email }, request => request.Headers[StatedReason.Header] = HttpWorld.Reason);

    /// <summary>Makes a package from its first step to its last.</summary>
    /// <returns>False when it was taken away meanwhile.</returns>
    public static async Task<bool> Make(
        this ExportPackages packages, ExportPackage package, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        await packages.Begin(package, cancellation);
        return await packages.Fill(package, write, cancellation);
    }
}
