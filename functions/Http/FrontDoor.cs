using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using WelWee3D.Staff;

namespace WelWee3D.Http;

/// <summary>Every HTTP function comes in here, and says who may call it.</summary>
public sealed partial class FrontDoor(StaffTokens tokens, AuditCall audit, ILogger<FrontDoor> log)
{
    /// <param name="parameters">The query parameters that it takes; any other is refused by its name.</param>
    public Task<IResult> Anyone(HttpRequest request, Func<Task<IResult>> answer, params string[] parameters) =>
        DoorSign.On(request)?.Read([], parameters) ?? Open(request, async () => Unknown(request, parameters) ?? await answer());

    /// <inheritdoc cref="Anyone"/>
    public Task<IResult> Only(Role role, HttpRequest request, Func<Caller, Task<IResult>> answer, params string[] parameters) =>
        DoorSign.On(request)?.Read([role], parameters)
            ?? SignedIn(request, caller => caller.Roles.Contains(role) ? role : null, (caller, _) => answer(caller), parameters);

    /// <summary>
    /// To look at a record: staff in their daily work, and the privacy officer for a reason, stated in a header. Only the
    /// latter also at what may only be stored.
    /// </summary>
    /// <param name="needsReason">Whether staff have to state one too: then whoever states none is asked for one.</param>
    /// <param name="parameters">The query parameters that it takes.</param>
    public Task<IResult> ToLook(HttpRequest request, Func<bool, Task<IResult>> answer, bool needsReason = false, params string[] parameters)
    {
        var hasReason = StatedReason.Of(request) is not null;
        return DoorSign.On(request)?.Read([Role.Staff, Role.Privacy], parameters, needsReason) ?? SignedIn(
            request,
            caller => (hasReason || needsReason) && caller.Roles.Contains(Role.Privacy) ? Role.Privacy : caller.Roles.Contains(Role.Staff) ? Role.Staff : null,
            (_, role) => needsReason && !hasReason ? Task.FromResult(StatedReason.Required()) : answer(role == Role.Privacy),
            parameters);
    }

    private Task<IResult> SignedIn(
        HttpRequest request, Func<Caller, Role?> may, Func<Caller, Role, Task<IResult>> answer, string[] parameters)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Open(request, async () =>
        {
            if (await tokens.Caller(request, request.HttpContext.RequestAborted) is not { } caller)
                return Answers.Unauthorized();
            if (may(caller) is not { } role)
                return Answers.Forbidden();
            if ((Unknown(request, parameters) ?? StatedReason.Refusal(request) ?? ActingFor.Refusal(request)) is { } refusal)
                return refusal;

            var given = await answer(caller, role);
            await audit(caller, role, request, given);
            return given;
        });
    }

    // A question that is misspelt would otherwise be answered as another one.
    private static IResult? Unknown(HttpRequest request, string[] parameters)
    {
        var problems = new Problems();
        foreach (var name in request.Query.Keys.Except(parameters, StringComparer.OrdinalIgnoreCase))
            problems.Add(name, "Is not a query parameter here.");
        return problems.Any ? Answers.Unreadable(problems) : null;
    }

    private Task<IResult> Open(HttpRequest request, Func<Task<IResult>> answer)
    {
        // An address may hold a token that is for one client only.
        request.HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        request.HttpContext.Response.Headers.XContentTypeOptions = "nosniff";
        return Guarded(request, answer);
    }

    private async Task<IResult> Guarded(HttpRequest request, Func<Task<IResult>> answer)
    {
        var gone = request.HttpContext.RequestAborted;
        try
        {
            return new Sent(await answer(), LogOutage);
        }
        catch (BadHttpRequestException refused) when (!gone.IsCancellationRequested)
        {
            return Answers.Refusal(refused.StatusCode);
        }
        catch (Exception left) when (gone.IsCancellationRequested && left is OperationCanceledException or IOException)
        {
            // Nobody is there any more to answer, and nothing is wrong here.
            return Results.StatusCode(StatusCodes.Status499ClientClosedRequest);
        }
        catch (UnreadableException unreadable)
        {
            LogUnreadable(unreadable);
            return Answers.Refusal(StatusCodes.Status500InternalServerError, unreadable.Message);
        }
        catch (Exception outage) when (!gone.IsCancellationRequested && Outage.Explains(outage))
        {
            LogOutage(outage);
            return Answers.Unavailable();
        }
    }

    /// <summary>
    /// An answer whose body may still have to be fetched. While nothing has been sent an outage is told as one; then all
    /// that is left is to close the connection, or what was sent would pass for the whole.
    /// </summary>
    private sealed class Sent(IResult answer, Action<Exception> log) : IResult, IStatusCodeHttpResult
    {
        private static readonly string[] OfTheFile =
            [HeaderNames.ContentLength, HeaderNames.ContentRange, HeaderNames.ContentDisposition, HeaderNames.ETag, HeaderNames.LastModified];

        public int? StatusCode => (answer as IStatusCodeHttpResult)?.StatusCode;

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            try
            {
                await answer.ExecuteAsync(httpContext);
            }
            catch (Exception outage) when (!httpContext.RequestAborted.IsCancellationRequested && Outage.Explains(outage))
            {
                log(outage);
                if (httpContext.Response.HasStarted)
                {
                    httpContext.Abort();
                    return;
                }
                foreach (var name in OfTheFile)
                    httpContext.Response.Headers.Remove(name);
                await Answers.Unavailable().ExecuteAsync(httpContext);
            }
            catch (Exception left) when (httpContext.RequestAborted.IsCancellationRequested && left is OperationCanceledException or IOException)
            {
                // As above: who fetched it has left.
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request was answered with 500: what it is about cannot be read")]
    private partial void LogUnreadable(UnreadableException unreadable);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request was answered with 503, or broken off: something the app leans on is down")]
    private partial void LogOutage(Exception outage);
}
