using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using WelWee3D.Http;
using WelWee3D.Storage;

namespace WelWee3D.Local;

/// <summary><c>POST /admin/functions/{name}</c> as the Functions host has it, but answering when the function is done.</summary>
internal static partial class AdminEndpoint
{
    public static void MapAdmin(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/local/poison", (BlobTriggers blobs) => Results.Json(blobs.Poison));
        routes.MapPost("/admin/functions/{name}", Run);
    }

    private static async Task<IResult> Run(
        string name, HttpRequest request, FunctionCatalog catalog, Timers timers, BlobTriggers blobs,
        ILogger<FunctionCatalog> log, CancellationToken cancellation)
    {
        if (catalog.Find(name) is not { Trigger: not HttpTriggerAttribute } function)
            return Results.NotFound();
        var input = LocalJson.Text(await LocalJson.Read(request, cancellation), "input");
        try
        {
            if (function.Trigger is TimerTriggerAttribute)
                await timers.Run(function, cancellation);
            else if (input is not null)
                await blobs.Run(function, input, cancellation);
            else
                return LocalJson.Invalid("input", "The path of a blob, such as scans/order/name.");
            return Results.Accepted();
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            Failed(log, failure, function.Name);
            return Results.Problem(
                failure.Message,
                statusCode: Outage.Explains(failure) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Function} failed.")]
    private static partial void Failed(ILogger log, Exception failure, [Operational] string function);
}
