using WelWee3D.Http;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Orders;

/// <summary>Orders, and their refusals, as answers over HTTP.</summary>
public sealed class OrderAnswers(RetentionRules rules, TimeProvider clock)
{
    public OrderView View(Order order) => OrderView.Of(order, order.Retention(rules, clock.Today()));

    public IResult Ok(Order order) => Tagged(order, Answers.Ok(View(order)));

    public IResult Opened(Order order) => Tagged(order, Answers.Created(ApiPaths.Of($"orders/{order.Id}"), View(order)));

    /// <summary>The order as it now stands, unless the ruling was to refuse.</summary>
    public IResult Of(Ruling? ruling) => Of(ruling, Ok);

    public static IResult Of(Ruling? ruling, Func<Order, IResult> done) => ruling switch
    {
        null => Answers.NotFound("order"),
        { Order: { } order } => done(order),
        _ => Of(ruling.Refusal!),
    };

    public static IResult Of(Refusal refusal) => refusal switch
    {
        Refusal.Invalid { IsUnreadable: true } unreadable => Answers.Unreadable(unreadable.Problems),
        Refusal.Invalid invalid => Answers.Invalid(invalid.Problems),
        Refusal.Conflict conflict => Answers.Conflict(conflict.Field, conflict.Message),
        Refusal.DestroysSoon soon => Answers.DestroysSoon([.. soon.Records.Select(record => new KeptItem(record))]),
        Refusal.Missing missing => Answers.NotFound(missing.What),
        _ => Answers.PreconditionFailed(),
    };

    /// <summary>The version of an order as an entity tag: each change counts on.</summary>
    public static string Tag(Order order) => $"\"{order.Due.Version}\"";

    private static IResult Tagged(Order order, IResult answer) => answer.With("ETag", Tag(order));
}
