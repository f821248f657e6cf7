using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Orders;

/// <summary>How staff change an order: who asks is known, the form is read, and what would be destroyed is told first.</summary>
public sealed class OrderChanges(FrontDoor door, OrderStore orders, OrderAnswers answers, TimeProvider clock)
{
    private const long MaxBytes = 4 * 1024;

    public Task<IResult> Make<TForm>(
        HttpRequest request, string id, Func<Order, TForm, Act, Ruling> rule, CancellationToken cancellation)
        where TForm : ChangeForm =>
        door.Only(Role.Staff, request, async caller =>
        {
            if (!Id.TryParse(id, out var known))
                return Answers.NotFound("order");
            var read = await Read<TForm>(request, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var (form, act) = (read.Value, ActOf(read.Value, caller));
            return answers.Of(await orders.Change(known, order => rule(order, form, act), form.DestroysNow, cancellation));
        });

    public static Task<Read<TForm>> Read<TForm>(HttpRequest request, CancellationToken cancellation)
        where TForm : ChangeForm =>
        Body.Json<TForm>(request, form => form.Problems(), MaxBytes, cancellation);

    public Act ActOf(ChangeForm form, Caller caller) => new(clock.GetUtcNow(), caller.Id, form.Reason?.Trim());
}
