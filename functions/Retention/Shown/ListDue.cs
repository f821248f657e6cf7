using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Retention.Shown;

/// <summary>The dry run: what would be destroyed until a day, why, and what is odd about what goes in the coming week.</summary>
public sealed class ListDue(FrontDoor door, DryRun dryRun, ComingWeek week, TimeProvider clock)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2199;

    [Function(nameof(ListDue))]
    [Describes("Lists what would be destroyed until a day, and why.", Answer = typeof(Page<DueItem>))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/retention/due")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
        {
            var read = Paging.Of<DuePlace>(request, DuePlace.TryParse);
            if (read.Refusal is { } refusal)
                return refusal;
            if (Until(request) is not { } until)
                return Answers.Unreadable("until", $"Must be a date from {FirstYear} to {LastYear}, such as 2031-01-01.");

            var (from, limit) = read.Value;
            var (records, continuation) = await dryRun.Until(until, from, limit, cancellation);
            var today = clock.Today();
            // Only what goes in the coming week can be odd: a page of later days needs no walk along it.
            var oddities = records.Any(record => Oddities.Regard(record, today)) ? await week.Oddities(today, cancellation) : null;
            return Answers.Ok(new Page<DueItem>([.. records.Select(record => new DueItem(record, oddities?.Of(record) ?? []))], continuation));
        }, "until", Paging.Continuation, Paging.Limit);

    private DateOnly? Until(HttpRequest request)
    {
        if (!request.Query.TryGetValue("until", out var asked))
            return clock.Today();
        return Amsterdam.TryDate(asked, out var until) && until.Year is >= FirstYear and <= LastYear
            ? until
            : null;
    }
}
