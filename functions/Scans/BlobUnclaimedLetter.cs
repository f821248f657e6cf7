using WelWee3D.Mail;
using WelWee3D.Retention;

namespace WelWee3D.Scans;

public sealed class BlobUnclaimedLetter(
    UnclaimedBlobs unclaimed, RetentionRules rules, IOptions<MailOptions> mail, TimeProvider clock) : ILetterRenderer
{
    public const string Name = "blob-unclaimed";

    public string Kind => Name;

    public async Task<RenderedLetter?> Render(string reference, CancellationToken cancellation) =>
        await unclaimed.Find(Id.Parse(reference), cancellation) is { } blob
            ? ScanNotices.Unclaimed(mail.Value, blob, blob.Retention(rules, clock.Today()))
            : null;
}
