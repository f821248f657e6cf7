using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Orders;

/// <summary>Opens an order, and has its client told where she says what her scan may be used for.</summary>
public sealed class OpenOrder(FrontDoor door, OrderStore orders, Letters letters, OrderAnswers answers, TimeProvider clock)
{
    /// <summary>The letter to the client.</summary>
    public const string Letter = "order-opened";

    [Function(nameof(OpenOrder))]
    [Describes(
        "Opens an order, and writes to its client.", Body = [typeof(ClientForm)], Needs = ["name", "email", "language"],
        Example = """{"name": "Eva de Vries", "email": "eva@example.nl", "language": "nl", "address": {"line1": "Dorpsstraat 1", "postalCode": "1012 AB", "city": "Amsterdam", "country": "NL"}}""",
        Status = 201, Answer = typeof(OrderView), AnswerHeaders = ["ETag"], Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/orders")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var read = await Body.Json<ClientForm>(request, form => form.Problems(clock.Today()), ClientForm.MaxBytes, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var form = read.Value;
            var drafted = orders.Draft(form.ToClient(), form.OpenedOn, form.DestroysNow, form.HeightInMillimetres);
            if (drafted.Order is { } order)
            {
                // The reference first: a letter without an order is dropped.
                await letters.Add(new(Letter, $"{order.Id}"), cancellation);
                await orders.Add(order, cancellation);
            }
            return OrderAnswers.Of(drafted, answers.Opened);
        });
}
