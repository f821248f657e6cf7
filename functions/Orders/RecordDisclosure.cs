using WelWee3D.Http;
using WelWee3D.Recipients;
using WelWee3D.Staff;

namespace WelWee3D.Orders;

/// <summary>Staff write down who was given what of an order. Said again, it answers with what was written down.</summary>
public sealed class RecordDisclosure(FrontDoor door, OrderStore orders, RecipientRegister register, TimeProvider clock)
{
    private const long MaxBytes = 8 * 1024;

    [Function(nameof(RecordDisclosure))]
    [Describes(
        "Writes down who was given what of an order.", Body = [typeof(DisclosureForm)], Needs = ["recipient", "givenOn"],
        Example = """{"recipient": "PRINTER", "details": ["name"], "givenOn": "2026-11-22"}""", Status = 201, Answer = typeof(Disclosure),
        Also = [200, 409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/orders/{id}/recipients")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            if (!Id.TryParse(id, out var known) || await orders.Find(known, cancellation) is not { } order)
                return Answers.NotFound("order");
            if (OrderRules.Restricted(order) is { } restricted)
                return OrderAnswers.Of(restricted);
            var (recipients, now) = (await register.All(cancellation), clock.GetUtcNow());
            var today = Amsterdam.DateOf(now);
            var read = await Body.Json<DisclosureForm>(request, form => form.Problems(order, recipients, today), MaxBytes, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var (form, given) = (read.Value, read.Value.ToDisclosure(Id.New(now), recipients));
            var ruling = await orders.Change(known, standing => Disclose(standing, given, form.Problems(standing, recipients, today)), destroysNow: false, cancellation);
            return OrderAnswers.Of(ruling, changed => Told(known, given, changed));
        });

    private static Ruling Disclose(Order order, Disclosure given, Problems problems) =>
        problems.Any ? new Refusal.Invalid(problems) : OrderRules.Disclose(order, given);

    private static IResult Told(Id order, Disclosure given, Order changed)
    {
        var there = changed.Disclosures.First(given.SaysTheSameAs);
        return there.Id == given.Id ? Answers.Created(ApiPaths.Of($"orders/{order}/recipients/{there.Id}"), there) : Answers.Ok(there);
    }
}
