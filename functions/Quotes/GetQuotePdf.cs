using WelWee3D.Http;

namespace WelWee3D.Quotes;

/// <summary>A quote on paper, for staff: also when its client's link is good no more.</summary>
public sealed class GetQuotePdf(QuoteLook look, QuoteAnswers answers)
{
    [Function(nameof(GetQuotePdf))]
    [Describes("Shows a quote on paper.", AnswerMedia = ["application/pdf"], Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/quotes/{id}/pdf")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        look.At(request, id, quote => answers.Pdf(request, quote), cancellation);
}
