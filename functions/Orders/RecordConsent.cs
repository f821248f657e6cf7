using WelWee3D.Consent;
using WelWee3D.Http;
using WelWee3D.Retention;
using WelWee3D.Staff;

namespace WelWee3D.Orders;

public sealed class RecordConsent(FrontDoor door, OrderStore orders, OrderAnswers answers, TimeProvider clock)
{
    [Function(nameof(RecordConsent))]
    [Describes(
        "Records a client's answer to one text of consent.", Body = [typeof(ConsentForm)], Needs = ["language", "textVersion"],
        Example = """{"answer": "yes", "channel": "paper", "language": "nl", "textVersion": "1"}""", Answer = typeof(OrderView), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/orders/{id}/consents/{purpose}")] HttpRequest request,
        string id,
        string purpose,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async caller =>
        {
            if (!Id.TryParse(id, out var known))
                return Answers.NotFound("order");
            if (PurposeNames.Find(purpose) is not { } asked)
                return Answers.NotFound("purpose");
            var read = await Body.Json<ConsentForm>(request, form => form.Problems(asked, clock.Today()), ConsentForm.MaxBytes, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var given = read.Value.ToConsent(asked, clock.GetUtcNow(), caller.Id);
            return answers.Of(given.Answer == ConsentAnswer.Withdrawn
                // Also while it is restricted: it must be as easy as giving consent, and as her own link makes it.
                ? await orders.ChangeAlsoRestricted(known, order => OrderRules.Consent(order, given), read.Value.DestroysNow, cancellation)
                : await orders.Change(known, order => OrderRules.Consent(order, given), read.Value.DestroysNow, cancellation));
        });
}
