using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Scans;

public sealed class ScanRejectedLetter(OrderStore orders, RetentionRules rules, IOptions<MailOptions> mail, TimeProvider clock) : ILetterRenderer
{
    public const string Name = "scan-rejected";

    public string Kind => Name;

    /// <param name="reference">The order's id and the scan's.</param>
    public async Task<RenderedLetter?> Render(string reference, CancellationToken cancellation)
    {
        var ids = reference.Split('|');
        var (order, scan) = (Id.Parse(ids[0]), Id.Parse(ids[1]));
        return await orders.Find(order, cancellation) is { RestrictedOn: null } found && found.Scan(scan) is { Facts.Rejected: not null } file
            ? ScanNotices.Rejected(mail.Value, order, scan, found.Retention(file, rules, clock.Today()))
            : null;
    }
}
