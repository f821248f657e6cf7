using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Register;

/// <summary>A year on one page: what came, what went and how much in time, requests, open copies, the newest checkpoint.</summary>
public sealed class ShowYearlyReport(FrontDoor door, YearlyReport report, TimeProvider clock)
{
    // The practice told its first promises then.
    private const int First = 2023;

    [Function(nameof(ShowYearlyReport))]
    [Describes(
        "Shows a year on one page: what came, what went and how much in time, requests and open copies.", Answer = typeof(YearlyReportView),
        AnswerMedia = ["text/html", "text/csv"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/report/{year}")] HttpRequest request, string year, CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
        {
            if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) || asked < First || asked > clock.Today().Year)
                return Answers.NotFound("year");
            return await Documents.Answer(request, async language => YearlyReportDocument.Of(await report.Of(asked, language, cancellation)));
        }, Preferences.LanguageParameter);
}
