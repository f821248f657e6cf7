using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Staff;

namespace WelWee3D.PrivacyRequests;

/// <summary>
/// The register: the open requests, the one that must be answered first on top; or those that were closed, by the day of
/// that. Names are told of one request, and not in the list. As HTML it is a page to print.
/// </summary>
public sealed class ListPrivacyRequests(FrontDoor door, RequestRegister requests, AnsweredRequests answered, TimeProvider clock)
{
    private const string Status = "status";
    private const string Until = "until";

    [Function(nameof(ListPrivacyRequests))]
    [Describes(
        "Lists the requests that are open, the most urgent first, or those that were closed.", Answer = typeof(Page<RequestLine>),
        AnswerMedia = ["text/html"])]
    [Choice(Status, "open", "closed")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/privacy-requests")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
        {
            var problems = new Problems();
            var (isClosed, until) = (false, DateOnly.MaxValue);
            if (request.Query.TryGetValue(Status, out var status) && !(isClosed = status == "closed") && status != "open")
                problems.Add(Status, "Must be open or closed.");
            if (request.Query.TryGetValue(Until, out var day) && !Amsterdam.TryDate(day, out until))
                problems.Add(Until, "Must be a date, such as 2026-11-22.");
            var read = Paging.Of<ListPlace>(request, ListPlace.TryParse, problems);
            if (read.Refusal is { } refusal)
                return refusal;

            var (after, limit) = read.Value;
            var page = isClosed
                ? await Page(answered.Closed(until, after, cancellation), limit, place => Answered(place, cancellation))
                : await Page(requests.Open(until, after, cancellation), limit, place => Open(place, cancellation));
            return request.PrefersHtml() ? Answers.Html(new RegisterPage(request.Language() ?? "nl").Of(page, isClosed, clock.Today())) : Answers.Ok(page);
        }, Status, Until, Preferences.LanguageParameter, Paging.Continuation, Paging.Limit);

    private static async Task<Page<RequestLine>> Page(IAsyncEnumerable<ListPlace> places, int limit, Func<ListPlace, Task<RequestLine?>> line)
    {
        var (lines, last) = (new List<RequestLine>(), default(ListPlace));
        await foreach (var place in places)
        {
            if (lines.Count == limit)
                return new(lines, $"{last}");
            if (await line(place) is { } found)
                lines.Add(found);
            last = place;
        }
        return new(lines, Continuation: null);
    }

    private Task<RequestLine?> Open(ListPlace place, CancellationToken cancellation) => RecordSearch.Readable(async () =>
        await requests.Open(place, cancellation) is { } open ? RequestLine.Of(open) : null);

    private Task<RequestLine?> Answered(ListPlace place, CancellationToken cancellation) => RecordSearch.Readable(async () =>
        await answered.Find(place.Id, cancellation) is { } closed ? RequestLine.Of(closed) : null);
}
