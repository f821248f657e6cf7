using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace WelWee3D.Http;

/// <summary>Every answer the app gives over HTTP; a refusal is a problem (RFC 9457) with a field for each fault.</summary>
public static class Answers
{
    internal const string ProblemType = "application/problem+json";

    /// <summary>A status of tus, which the list of HTTP does not have.</summary>
    internal const int ChecksumMismatch = 460;

    private static readonly TimeSpan OutageRetry = TimeSpan.FromSeconds(5);

    public static IResult Ok(object value) => Written(StatusCodes.Status200OK, value);

    public static IResult Created(string location, object value) =>
        Written(StatusCodes.Status201Created, value).With(HeaderNames.Location, location);

    public static IResult Accepted(object value) => Written(StatusCodes.Status202Accepted, value);

    /// <summary>It takes longer than a request; the location tells what becomes of it.</summary>
    public static IResult Accepted(string location, object value) => Accepted(value).With(HeaderNames.Location, location);

    /// <summary>A page that the app writes: it loads the look of the app and nothing else, and stands in no other page.</summary>
    /// <param name="formAction">Where its forms may lead to.</param>
    /// <param name="runsScript">Whether it has a script of the app, which asks the app and nobody else.</param>
    public static IResult Html(string page, int status = StatusCodes.Status200OK, string formAction = "'none'", bool runsScript = false) =>
        Results.Content(page, "text/html; charset=utf-8", statusCode: status).With(
            HeaderNames.ContentSecurityPolicy,
            $"default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; {(runsScript ? "script-src 'self'; connect-src 'self'; " : "")}"
                + $"base-uri 'none'; form-action {formAction}; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'");

    /// <summary>A few lines for a person to read.</summary>
    public static IResult Text(string lines) => Results.Content(lines, "text/plain; charset=utf-8");

    public static IResult NoContent() => Results.NoContent();

    /// <summary>Back to a page of the app, in the language that it was in.</summary>
    public static IResult SeeOther(string route, string language) =>
        SeeOther(new Uri($"{ApiPaths.Of(route)}?{Preferences.LanguageParameter}={language}", UriKind.Relative));

    public static IResult SeeOther(Uri page) =>
        Results.StatusCode(StatusCodes.Status303SeeOther)
            .With(HeaderNames.Location, page.IsAbsoluteUri ? page.AbsoluteUri : page.OriginalString);

    /// <summary>The request cannot be read at all, or a field has the wrong type.</summary>
    public static IResult Unreadable(string field, string message) => Unreadable(new Problems { { field, message } });

    public static IResult Unreadable(Problems problems) => Refusal(StatusCodes.Status400BadRequest, problems: problems);

    /// <summary>The request can be read, but what its fields say will not do.</summary>
    public static IResult Invalid(Problems problems) =>
        Refusal(StatusCodes.Status422UnprocessableEntity, problems: problems);

    public static IResult Unauthorized() =>
        Refusal(StatusCodes.Status401Unauthorized, "Sign in, and send the access token as a bearer token.")
            .With(HeaderNames.WWWAuthenticate, "Bearer");

    public static IResult Forbidden() =>
        Refusal(StatusCodes.Status403Forbidden, "This account does not have the role that is needed here.");

    public static IResult NotFound(string what) => Refusal(StatusCodes.Status404NotFound, $"There is no such {what}.");

    public static IResult Conflict(string field, string message) =>
        Refusal(StatusCodes.Status409Conflict, problems: new Problems { { field, message } });

    /// <param name="records">What would be destroyed, and when.</param>
    public static IResult DestroysSoon(IReadOnlyList<object> records) => Conflict(
        "destroysNow", "Because of this the records below would be destroyed, each on the day that it tells. Must be true to have that done.", "wouldDestroy", records);

    /// <param name="member">The member of the problem under which the list is told.</param>
    public static IResult Conflict(string field, string message, string member, IReadOnlyList<object> list)
    {
        var problem = Problem(StatusCodes.Status409Conflict, null, new Problems { { field, message } });
        problem.Extensions[member] = list;
        return new Refused(problem);
    }

    public static IResult Gone(string what) => Refusal(StatusCodes.Status410Gone, $"This {what} no longer exists.");

    public static IResult PreconditionFailed() =>
        Refusal(StatusCodes.Status412PreconditionFailed, "It has been changed in the meantime: read it again first.");

    public static IResult TooLarge(long limit) =>
        Refusal(
            StatusCodes.Status413PayloadTooLarge,
            problems: new Problems
            {
                { "body", string.Create(CultureInfo.InvariantCulture, $"Must not be longer than {limit} bytes.") },
            });

    public static IResult UnsupportedMediaType(params string[] accepted) =>
        Refusal(
            StatusCodes.Status415UnsupportedMediaType,
            problems: new Problems { { "contentType", $"Must be {string.Join(" or ", accepted)}, in UTF-8." } });

    /// <summary>It is not done before that is said (RFC 6585, section 3).</summary>
    public static IResult PreconditionRequired(string field, string message) =>
        Refusal(StatusCodes.Status428PreconditionRequired, problems: new Problems { { field, message } });

    public static IResult TooMany(TimeSpan retryAfter) =>
        Refusal(StatusCodes.Status429TooManyRequests, "There were too many requests: try again later.")
            .RetryingAfter(retryAfter);

    public static IResult Unavailable() =>
        Refusal(StatusCodes.Status503ServiceUnavailable, "This cannot be done just now: try again in a moment.")
            .RetryingAfter(OutageRetry);

    /// <summary>Only a part of it could be done; asking again goes on with the rest.</summary>
    public static IResult Incomplete(string detail) =>
        Refusal(StatusCodes.Status503ServiceUnavailable, detail).RetryingAfter(OutageRetry);

    internal static IResult Refusal(int status, string? detail = null, Problems? problems = null) =>
        new Refused(Problem(status, detail, problems));

    private static ProblemDetails Problem(int status, string? detail, Problems? problems)
    {
        var title = status == ChecksumMismatch ? "Checksum Mismatch" : ReasonPhrases.GetReasonPhrase(status);
        if (problems is null)
            return new() { Status = status, Title = title, Detail = detail };

        var errors = problems
            .GroupBy(problem => problem.Field, problem => problem.Message)
            .ToDictionary(field => field.Key, field => field.ToArray());
        return new HttpValidationProblemDetails(errors) { Status = status, Title = title, Detail = detail };
    }

    // The options are passed along, because a host's own options would otherwise decide how it looks.
    private static IResult Written(int status, object value, string contentType = "application/json") =>
        Results.Json(value, Json.Options, contentType, status);

    internal static IResult RetryingAfter(this IResult answer, TimeSpan wait)
    {
        var seconds = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
        return answer.With(HeaderNames.RetryAfter, seconds.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>For whoever asked, and for nobody's cache; in the form that was asked for.</summary>
    /// <param name="by">The request headers that the answer depends on.</param>
    internal static IResult Unshared(this IResult answer, string by = "Accept") =>
        answer.With(HeaderNames.CacheControl, "no-store").With(HeaderNames.Vary, by);

    internal static IResult With(this IResult answer, string name, string value) => new WithHeader(answer, name, value);

    /// <summary>Where what was made is found; null where the answer does not say.</summary>
    internal static string? Location(IResult answer) => (answer as WithHeader)?.Location;

    /// <summary>A refusal in the language of whoever asked: its shape is the same in each.</summary>
    private sealed class Refused(ProblemDetails problem) : IResult, IStatusCodeHttpResult
    {
        public int? StatusCode => problem.Status;

        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (DutchRefusals.LanguageOf(httpContext.Request) == "nl")
            {
                httpContext.Response.Headers.ContentLanguage = "nl";
                Tell("nl");
            }
            return Written(problem.Status!.Value, problem, ProblemType).ExecuteAsync(httpContext);
        }

        private void Tell(string language)
        {
            problem.Detail = problem.Detail is { } detail ? DutchRefusals.In(language, detail) : null;
            foreach (var messages in (problem as HttpValidationProblemDetails)?.Errors.Values ?? [])
                for (var at = 0; at < messages.Length; at++)
                    messages[at] = DutchRefusals.In(language, messages[at]);
        }
    }

    private sealed class WithHeader(IResult answer, string name, string value) : IResult, IStatusCodeHttpResult
    {
        public string? Location => name == HeaderNames.Location ? value : Answers.Location(answer);

        public int? StatusCode => (answer as IStatusCodeHttpResult)?.StatusCode;

        public Task ExecuteAsync(HttpContext httpContext)
        {
            // Links in answers are absolute; a page to go to is as the website named it.
            httpContext.Response.Headers[name] = name == HeaderNames.Location && StatusCode != StatusCodes.Status303SeeOther ? ApiPaths.Absolute(httpContext.Request, value) : value;
            return answer.ExecuteAsync(httpContext);
        }
    }
}
