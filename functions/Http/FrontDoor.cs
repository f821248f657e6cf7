using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Http;

/// <summary>Every HTTP function comes in here, and says who may call it.</summary>
public sealed partial class FrontDoor(StaffTokens tokens, ILogger<FrontDoor> log)
{
    public Task<IResult> Anyone(HttpRequest request, Func<Task<IResult>> answer)
    {
        // An address may hold a token that is for one client only.
        request.HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        request.HttpContext.Response.Headers.XContentTypeOptions = "nosniff";
        return Guarded(request, answer);
    }

    public Task<IResult> Only(Role role, HttpRequest request, Func<Caller, Task<IResult>> answer) =>
        SignedIn(request, async caller => caller.Roles.Contains(role) ? await answer(caller) : Answers.Forbidden());

    private Task<IResult> SignedIn(HttpRequest request, Func<Caller, Task<IResult>> answer)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Anyone(request, async () =>
        {
            return await tokens.Caller(request, request.HttpContext.RequestAborted) is { } caller ? await answer(caller) : Answers.Unauthorized();
        });
    }

    /// <summary>
    /// To look at a record: staff in their daily work, and the privacy officer for a reason, stated in a header. Only the
    /// latter also at what may only be stored.
    /// </summary>
    public Task<IResult> ToLook(HttpRequest request, Func<bool, Task<IResult>> answer) => SignedIn(request, async caller =>
    {
        var forReason = caller.Roles.Contains(Role.Privacy) && !string.IsNullOrWhiteSpace(request.Headers["Reason"]);
        return forReason || caller.Roles.Contains(Role.Staff) ? await answer(forReason) : Answers.Forbidden();
    });

    private async Task<IResult> Guarded(HttpRequest request, Func<Task<IResult>> answer)
    {
        var gone = request.HttpContext.RequestAborted;
        try
        {
            return await answer();
        }
        catch (BadHttpRequestException refused) when (!gone.IsCancellationRequested)
        {
            return Answers.Refusal(refused.StatusCode);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "A request was answered with 500: what it is about cannot be read")]
    private partial void LogUnreadable(UnreadableException unreadable);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request was answered with 503: something the app leans on is down")]
    private partial void LogOutage(Exception outage);
}
