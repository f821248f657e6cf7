using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Retention.Shown;

/// <summary>How much is destroyed in which month: what was, by its certificates, and what will be, as things stand.</summary>
public sealed class ShowForecast(FrontDoor door, Forecast forecast, TimeProvider clock)
{
    private const int YearsBack = 1;
    private const int YearsAhead = 5;
    private const int MostYears = 15;

    [Function(nameof(ShowForecast))]
    [Describes("Counts by month and kind what was destroyed and what will be: a year back and five years ahead, or between two days.", Answer = typeof(View))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/retention/forecast")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
        {
            var (problems, today) = (new Problems(), clock.Today());
            var from = request.Date("from", today.AddYears(-YearsBack), problems);
            var until = request.Date("until", today.AddYears(YearsAhead), problems);
            if (until < from)
                problems.Add("until", "Must not be before from.");
            else if (until > from.AddYears(MostYears))
                problems.Add("until", $"Must be at most {MostYears} years after from.");
            return problems.Any
                ? Answers.Unreadable(problems)
                : Answers.Ok(new View(from, until, await forecast.Of(new(from.Year, from.Month, 1), today, until, cancellation)));
        }, "from", "until");

    private sealed record View(DateOnly From, DateOnly Until, IReadOnlyList<ForecastMonth> Months);
}
