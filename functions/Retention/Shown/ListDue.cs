using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Retention.Shown;

/// <summary>The dry run: what would be destroyed until a day, why, and what is odd about what goes in the coming week.</summary>
public sealed class ListDue(FrontDoor door, DryRun dryRun, ComingWeek week, TimeProvider clock)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2199;

    [Function(nameof(ListDue))]
    [Describes("Lists what would be destroyed until a day, or between two, and why.", Answer = typeof(Page<DueItem>))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/retention/due")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
        {
            var (problems, today) = (new Problems(), clock.Today());
            var until = Day(request, "until", problems) ?? today;
            var first = Day(request, "from", problems);
            if (request.Query.ContainsKey("until") && until < first)
                problems.Add("until", "Must not be before from.");
            var read = Paging.Of<DuePlace>(request, DuePlace.TryParse, problems);
            if (read.Refusal is { } refusal)
                return refusal;

            var (begin, limit) = read.Value;
            var (records, continuation) = await dryRun.Until(first, until, begin, limit, cancellation);
            // Only what goes in the coming week can be odd: a page of later days needs no walk along it.
            var oddities = records.Any(record => Oddities.Regard(record, today)) ? await week.Oddities(today, cancellation) : null;
            return Answers.Ok(new Page<DueItem>([.. records.Select(record => new DueItem(record, oddities?.Of(record) ?? []))], continuation));
        }, "from", "until", Paging.Continuation, Paging.Limit);

    private static DateOnly? Day(HttpRequest request, string name, Problems problems)
    {
        if (!request.Query.TryGetValue(name, out var asked))
            return null;
        if (Amsterdam.TryDate(asked, out var day) && day.Year is >= FirstYear and <= LastYear)
            return day;
        problems.Add(name, $"Must be a date from {FirstYear} to {LastYear}, such as 2031-01-01.");
        return null;
    }
}
