using WelWee3D.Http;

namespace WelWee3D.Quotes;

public sealed class GetQuote(QuoteLook look, QuoteAnswers answers)
{
    [Function(nameof(GetQuote))]
    [Describes("Shows a quote.", Answer = typeof(QuoteView), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/quotes/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        look.At(request, id, quote => Answers.Ok(answers.View(quote)), cancellation);
}
