using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.People;
using WelWee3D.Recipients;

namespace WelWee3D.Notices;

/// <summary>The link by which a recipient reads one notice and answers it: good for that alone, and for three months.</summary>
public sealed class NoticeLinks(PersonalLinks links, RecipientNotices notices, RecipientRegister register, IOptions<MailOptions> mail, TimeProvider clock)
{
    private const string Purpose = "recipient-notice";

    public Uri To(RecipientNotice notice) => mail.Value.Link(ApiPaths.Of($"notices/{links.To(Purpose, notice.Id, notice.LinkNumber)}"));

    /// <returns>The notice as it stands; null for a link that leads to none, or no longer.</returns>
    public async Task<RecipientNotice?> Find(string token, CancellationToken cancellation) =>
        links.Opens(Purpose, token) is { } link && await notices.Find(link.Record, cancellation) is { ErasureRequestedOn: null } notice
            && notice.LinkNumber == link.Number && !notice.WentElsewhere((await register.Find(notice.Recipient, cancellation))?.MovedAt) && clock.Today() <= notice.AnswerableUntil ? notice : null;
}
