using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.Logging;
using WelWee3D.People;

namespace WelWee3D;

/// <summary>
/// Logs tell of the app's work and of nobody: by its class a value is left as it is, hashed or erased. What has another
/// class or none of the app's is erased too, so every parameter of a log message is declared.
/// </summary>
internal static class RedactedLogs
{
    public static IServiceCollection AddRedactedLogs(this IServiceCollection services)
    {
        // The same record has the same hash in all logs, and only who has the key can tell which one that is.
        services.AddOptions<HmacRedactorOptions>().Configure<SubjectKeys>(
            (hmac, keys) => hmac.Key = Convert.ToBase64String(keys.Seed("log", "pseudonym")));
        services.AddRedaction(redaction => redaction
            .SetRedactor<NullRedactor>(DataClasses.Operational)
            .SetHmacRedactor(_ => { }, DataClasses.Pseudonymous)
            .SetFallbackRedactor<ErasingRedactor>());
        // What is written of each request by itself has its address, which may be a token or a search, or the name of a file.
        services.AddLogging(logging => logging
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None)
            .AddFilter("System.Net.Http.HttpClient", LogLevel.Warning));
        // A discriminator would make another hash of each parameter's name, and write that name behind what is left as it is.
        return services.AddLogging(logging => logging.EnableRedaction(redaction => redaction.ApplyDiscriminator = false));
    }
}
