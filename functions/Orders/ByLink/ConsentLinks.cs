using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.People;

namespace WelWee3D.Orders.ByLink;

/// <summary>The link by which a client sees what she agreed to, and changes it: good for that alone, as long as there is something to answer.</summary>
public sealed class ConsentLinks(PersonalLinks links, OrderStore orders, IOptions<MailOptions> mail)
{
    private const string Purpose = "consent-link";

    public Uri To(Order order) => mail.Value.Link(ApiPaths.Of($"consent/{links.To(Purpose, order.Id, order.LinkNumber)}"));

    /// <returns>The order as it stands; null for a link that leads to none, or no longer.</returns>
    public async Task<Order?> Find(string token, CancellationToken cancellation) =>
        links.Opens(Purpose, token) is { } link && await orders.Find(link.Record, cancellation) is { } order && order.LinkNumber == link.Number
            && HasSomethingToAnswer(order) ? order : null;

    public static bool HasSomethingToAnswer(Order order) =>
        order.ErasureRequestedOn is null && (order.State == OrderState.Open || order.Scans.Any(scan => scan.IsHere));
}
