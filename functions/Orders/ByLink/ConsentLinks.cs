using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.People;
using WelWee3D.Storage;
using Microsoft.Extensions.Options;

namespace WelWee3D.Orders.ByLink;

/// <summary>The link by which a client sees what she agreed to, and changes it: good for that alone, as long as there is something to answer.</summary>
public sealed class ConsentLinks(PersonalLinks links, OrderStore orders, IOptions<MailOptions> mail)
{
    private const string Purpose = "consent-link";

    public Uri To(Id order) => mail.Value.Link(ApiPaths.Of($"consent/{links.To(Purpose, order)}"));

    /// <returns>The order as it stands; null for a link that leads to none, or no longer.</returns>
    public async Task<Order?> Find(string token, CancellationToken cancellation) =>
        links.Opens(Purpose, token) is { } id && await orders.Find(id, cancellation) is { } order && HasSomethingToAnswer(order) ? order : null;

    private static bool HasSomethingToAnswer(Order order) =>
        order.ErasureRequestedOn is null && (order.State == OrderState.Open || order.Scans.Any(scan => scan.IsHere));
}
