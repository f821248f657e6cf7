using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace WelWee3D.Local;

/// <summary>
/// Maps HTTP triggers under the route prefix of <c>host.json</c>, and answers for itself as the Functions host does. Function keys are not
/// asked for, as the Functions host does not on a developer's machine either.
/// </summary>
internal static class HttpFunctions
{
    public static void MapHttpFunctions(this IEndpointRouteBuilder routes, FunctionCatalog catalog, string routePrefix, RequestBodies bodies)
    {
        var prefixed = routes.MapGroup(routePrefix);
        foreach (var (function, trigger) in catalog.With<HttpTriggerAttribute>())
        {
            var route = trigger.Route ?? function.Name;
            RequestDelegate answer = context => Answer(function, bodies, context);
            if (trigger.Methods is { Length: > 0 } methods)
                prefixed.MapMethods(route, methods.Select(m => m.ToUpperInvariant()), answer);
            else
                prefixed.Map(route, answer);
        }
        // Also for a method that a route does not have: otherwise routing would answer 405 by itself.
        prefixed.MapFallback("{**path}", () => Results.NotFound());
    }

    private static async Task Answer(LocalFunction function, RequestBodies bodies, HttpContext context)
    {
        if (await bodies.Pass(context.Request, () => Call(function, context)) is { } answer)
        {
            await answer.ExecuteAsync(context);
            return;
        }
        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }

    private static async Task<IResult> Call(LocalFunction function, HttpContext context)
    {
        var routeValues = context.Request.RouteValues
            .Where(pair => pair.Value is string)
            .ToDictionary(pair => pair.Key, pair => (string)pair.Value!, StringComparer.OrdinalIgnoreCase);
        var result = await function.Call(
            context.RequestServices, (_, _) => Task.FromResult<object>(context.Request), routeValues, context.RequestAborted);
        return result as IResult
            ?? throw new InvalidOperationException($"The function {function.Name} did not return an {nameof(IResult)}.");
    }
}
