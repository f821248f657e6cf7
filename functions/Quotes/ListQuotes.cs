using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Staff;

namespace WelWee3D.Quotes;

/// <summary>The quotes that were numbered in a year, newest first, but for those that may only be stored: also of orders that are gone.</summary>
public sealed class ListQuotes(FrontDoor door, QuoteRegister quotes, QuoteAnswers answers, TimeProvider clock)
{
    private const string Year = "year";

    [Function(nameof(ListQuotes))]
    [Describes("Lists the quotes that were numbered in a year, newest first.", Answer = typeof(Page<QuoteView>))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/quotes")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var problems = new Problems();
            var year = clock.Today().Year.ToString(CultureInfo.InvariantCulture);
            if (request.Query.TryGetValue(Year, out var asked))
            {
                year = $"{asked}";
                if (year.Length != 4 || !year.All(char.IsAsciiDigit))
                    problems.Add(Year, "Must be a year in four digits.");
            }
            var read = Paging.Of<Id>(request, Id.TryParse, problems);
            if (read.Refusal is { } refusal)
                return refusal;

            var (after, limit) = read.Value;
            var page = await RecordSearch.Page(quotes.OfYear(year, after, cancellation), limit, id => Find(id, cancellation));
            return Answers.Ok(page.Told(answers.View));
        }, Year, Paging.Continuation, Paging.Limit);

    private async Task<Quote?> Find(Id id, CancellationToken cancellation) =>
        await quotes.Find(id, cancellation) is { RestrictedOn: null } quote ? quote : null;
}
