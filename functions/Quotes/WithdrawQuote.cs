using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Quotes;

/// <summary>Withdraws a quote that was not accepted. Its number stays with it.</summary>
public sealed class WithdrawQuote(FrontDoor door, QuoteRegister quotes, QuoteAnswers answers, TimeProvider clock)
{
    [Function(nameof(WithdrawQuote))]
    [Describes("Withdraws a quote that was not accepted.", Answer = typeof(QuoteView), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/quotes/{id}/withdraw")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ => Id.TryParse(id, out var known)
            ? answers.Of(await quotes.Apply(
                known, quote => QuoteRules.Restricted(quote) is { } restricted ? restricted : QuoteRules.Withdraw(quote, clock.Today()), cancellation))
            : Answers.NotFound("quote"));
}
