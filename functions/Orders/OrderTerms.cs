using WelWee3D.People;
using WelWee3D.Storage;

namespace WelWee3D.Orders;

/// <summary>What an order is looked for by, beside its client's mail address and number.</summary>
public static class OrderTerms
{
    public static IReadOnlyList<string> Of(this SearchTerms terms, Order order) =>
        [SearchTerms.Of(Reference.Of(order.Id)), Of(order.State), .. terms.OfName(order.Client.Name)];

    public static string Of(OrderState state) => SearchTerms.OfState($"{state}".ToLowerInvariant());
}
