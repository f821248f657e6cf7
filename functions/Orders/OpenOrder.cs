using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Staff;

namespace WelWee3D.Orders;

/// <summary>Opens an order, and has its client told where she says what her scan may be used for. Repeated under its key it answers with the one that is there.</summary>
public sealed class OpenOrder(
    FrontDoor door, OrderStore orders, Ledger ledger, Letters letters, SubjectKeys keys, OrderAnswers answers, TimeProvider clock)
{
    /// <summary>The letter to the client.</summary>
    public const string Letter = "order-opened";

    [Function(nameof(OpenOrder))]
    [Describes(
        "Opens an order, and writes to its client.", Body = [typeof(ClientForm)], Needs = ["name", "email", "language"],
        Example = """{"name": "Eva de Vries", "email": "eva@example.nl", "language": "nl", "address": {"line1": "Dorpsstraat 1", "postalCode": "1012 AB", "city": "Amsterdam", "country": "NL"}}""",
        Status = 201, Answer = typeof(OrderView), AnswerHeaders = ["ETag"], Also = [409, 410], Headers = [IdempotencyKey.Header])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/orders")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var read = await Body.Json<ClientForm>(request, form => form.Problems(clock.Today()), ClientForm.MaxBytes, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;
            if (!IdempotencyKey.TryRead(request, field: null, out var key))
                return Answers.Unreadable(IdempotencyKey.Header, IdempotencyKey.Form);

            var (form, now) = (read.Value, clock.GetUtcNow());
            var ids = key?.Lately("idempotency of an order", Amsterdam.DateOf(now), keys) ?? [];
            if (await IdempotencyKey.Earlier(ids, orders.Find, cancellation) is { } earlier)
                return Repeated(earlier, form);
            if (await ledger.HasAny(Order.Kind, ids, cancellation))
                return Answers.Gone("order");
            var drafted = orders.Draft(ids.Count > 0 ? ids[0] : Id.New(now), form.ToClient(), form.OpenedOn, form.DestroysNow, form.HeightInMillimetres);
            if (drafted.Order is not { } order)
                return OrderAnswers.Of(drafted.Refusal!);
            // The reference first: a letter without an order is dropped.
            await letters.Add(new(Letter, $"{order.Id}"), cancellation);
            return await orders.TryAdd(order, cancellation) ? answers.Opened(order) : Repeated((await orders.Find(order.Id, cancellation))!, form);
        });

    private IResult Repeated(Order first, ClientForm form) =>
        first.Says(orders.DraftOf(first.Id, form.ToClient(), form.OpenedOn, form.HeightInMillimetres))
            ? answers.Opened(first)
            : Answers.Invalid(new Problems { { IdempotencyKey.Header, "Was used before, for another order." } });
}
