using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace WelWee3D.Local;

/// <summary><c>POST /admin/functions/{name}</c> as the Functions host has it, but answering when the function is done.</summary>
internal static class AdminEndpoint
{
    public static void MapAdmin(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/local/poison", (BlobTriggers blobs) => Results.Json(blobs.Poison));
        routes.MapPost("/admin/functions/{name}", Run);
    }

    private static async Task<IResult> Run(
        string name, HttpRequest request, FunctionCatalog catalog, Timers timers, BlobTriggers blobs, CancellationToken cancellation)
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
            return Results.Problem(failure.Message, statusCode: StatusCodes.Status500InternalServerError);
        }
    }
}
