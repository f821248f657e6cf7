using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Retention;

namespace WelWee3D.Notices;

/// <summary>Reminds of notices that are not done after fourteen days, and then once a week.</summary>
public sealed class OpenNotices(RecipientNotices notices, IOptions<MailOptions> mail) : IReminder
{
    private const int After = 14;
    private const int Every = 7;

    public async Task<bool> HasAny(DateOnly today, CancellationToken cancellation) => await Late(today, cancellation).AnyAsync(cancellation);

    public async Task<bool> Tell(LetterBody letter, DateOnly day, DateOnly today, CancellationToken cancellation)
    {
        var isTold = false;
        await foreach (var notice in Late(day, cancellation))
        {
            if (!isTold)
                letter.Say("Deze ontvangers van gegevens hebben nog niet laten weten dat ze hebben gedaan wat wij vroegen. Bel ze, en noteer bij het bericht dat het is gedaan:");
            isTold = true;
            letter.Facts(
                ("Ontvanger", notice.Recipient),
                ("Bestelling", $"{Reference.Of(notice.Order)}"),
                ("Sinds", LetterBody.Day(notice.MadeOn, "nl")),
                ("Stand", Said(notice.State)))
                .Link(mail.Value.Link(StaffPages.Of($"notices/{notice.Id}")));
        }
        return isTold;
    }

    private IAsyncEnumerable<RecipientNotice> Late(DateOnly day, CancellationToken cancellation) => notices.Open(cancellation)
        .Where(notice => day.DayNumber - notice.MadeOn.DayNumber is >= After and var days && (days - After) % Every == 0);

    private static string Said(NoticeState state) => state switch
    {
        NoticeState.Made or NoticeState.Undelivered => "de mail is niet aangekomen",
        NoticeState.Told => "de mail is verstuurd, en niet beantwoord",
        _ => "gelezen, en niet gedaan",
    };
}
