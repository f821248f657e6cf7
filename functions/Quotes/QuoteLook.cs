using WelWee3D.Http;
using WelWee3D.Orders;

namespace WelWee3D.Quotes;

/// <summary>How a quote is looked at: by staff, and once it may only be stored by the privacy officer alone.</summary>
public sealed class QuoteLook(FrontDoor door, QuoteRegister quotes)
{
    public Task<IResult> At(HttpRequest request, string id, Func<Quote, IResult> answer, CancellationToken cancellation) =>
        door.ToLook(request, async atRestricted =>
        {
            if (!Id.TryParse(id, out var known) || await quotes.Find(known, cancellation) is not { } quote)
                return Answers.NotFound("quote");
            return !atRestricted && QuoteRules.Restricted(quote) is { } restricted ? OrderAnswers.Of(restricted) : answer(quote);
        });
}
