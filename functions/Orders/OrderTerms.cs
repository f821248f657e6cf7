using WelWee3D.People;

namespace WelWee3D.Orders;

/// <summary>What an order is looked for by, beside its client's mail address and number.</summary>
public static class OrderTerms
{
    /// <summary>Those to which a file came that is no scan, for as long as it is there.</summary>
    public const string RejectedFile = "rejected-file";

    public static IReadOnlyList<string> Of(this SearchTerms terms, Order order) =>
    [
        SearchTerms.Of(Reference.Of(order.Id)), Of(order.State), .. terms.OfName(order.Client.Name),
        .. order.Scans.Any(scan => scan.IsRejectedFile) ? [RejectedFile] : Array.Empty<string>(),
    ];

    public static string Of(OrderState state) => SearchTerms.OfState($"{state}".ToLowerInvariant());
}
