using WelWee3D.Mail;
using WelWee3D.Recipients;

namespace WelWee3D.Notices;

/// <summary>Tells a recipient what to do about what it was given, and where it answers. What was set right is told on that page alone.</summary>
public sealed class NoticeLetter(RecipientNotices notices, RecipientRegister register, NoticeLinks links, IOptions<MailOptions> mail) : ILetterRenderer
{
    public const string Name = "recipient-notice";

    public string Kind => Name;

    public LetterReason Reason => LetterReason.Recipient;

    public async Task<RenderedLetter?> Render(string reference, CancellationToken cancellation)
    {
        var (id, number) = Letter.Parse(reference);
        if (await notices.Find(id, cancellation) is not { ErasureRequestedOn: null } notice || notice.State == NoticeState.Done || notice.LetterNumber != number
            || await register.Find(notice.Recipient, cancellation) is not { } recipient)
            return null;
        var words = new NoticeWords(recipient.Language);
        var order = Reference.Of(notice.Order);
        var body = new LetterBody(words.Language, words.Title)
            .Greet()
            .Say(words.ToDo(notice.Cause))
            .Facts([(words.Order, $"{order}"), .. notice.Given.Select(given => (words.GivenOn, (string?)words.Given(given)))])
            .Say(words.ByLink)
            .Link(links.To(notice))
            .Say(words.Law)
            .Goodbye();
        return new(recipient.Email, $"{words.Title}, {order}", body, ReplyTo: mail.Value.Practice);
    }

    public async Task<bool> IsReplaced(string reference, CancellationToken cancellation)
    {
        var (id, number) = Letter.Parse(reference);
        return (await notices.Find(id, cancellation))?.LetterNumber > number;
    }

    public Task Delivered(string reference, bool sent, DateTimeOffset at, CancellationToken cancellation)
    {
        var (id, number) = Letter.Parse(reference);
        return notices.Change(id, notice => notice.Delivered(number, sent, at), cancellation);
    }
}
