using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Visits;

/// <summary>What was counted on some days, and in the months in which they are. Without days it is the last month.</summary>
public sealed class ListVisits(FrontDoor door, VisitCounts counts, TimeProvider clock)
{
    private const string From = "from";
    private const string Until = "until";
    // A year, also one with a leap day in it.
    private const int MostDays = 366;

    [Function(nameof(ListVisits))]
    [Describes("Lists the daily and monthly totals of visits, for each page.", Answer = typeof(Shown))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/visits")] HttpRequest request, CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var today = clock.Today();
            var problems = new Problems();
            var until = request.Date(Until, today, problems);
            var from = request.Date(From, until.AddMonths(-1), problems);
            if (!problems.Any && (from > until || until.DayNumber - from.DayNumber > MostDays))
                problems.Add(From, $"Must be at most {MostDays} days before the last day.");
            if (problems.Any)
                return Answers.Unreadable(problems);

            var found = await counts.OfMonths(from, until, cancellation).ToListAsync(cancellation);
            return Answers.Ok(new Shown(ShownVisits.Days(found, from, until), ShownVisits.Months(found, today)));
        }, From, Until);

    private sealed record Shown(IReadOnlyList<ShownDay> Items, IReadOnlyList<ShownMonth> Months);
}
