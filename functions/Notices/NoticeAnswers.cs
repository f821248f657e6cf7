using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Recipients;

namespace WelWee3D.Notices;

/// <summary>Answers a script in JSON, and a browser with a page in its recipient's language, unless it asks for another.</summary>
public sealed class NoticeAnswers(OrderStore orders, RecipientRegister register)
{
    public async Task<IResult> Show(HttpRequest request, RecipientNotice notice, CancellationToken cancellation)
    {
        var shown = NoticeShown.Of(notice, await orders.Find(notice.Order, cancellation));
        return request.PrefersHtml()
            ? Answers.Html(NoticePage.Of(notice, shown, new NoticeWords(await LanguageOf(request, notice, cancellation))), formAction: "'self'").Unshared()
            : Answers.Ok(shown).Unshared();
    }

    /// <summary>A browser is sent back to the page, so that loading it again answers nothing again.</summary>
    public async Task<IResult> Answered(HttpRequest request, string token, RecipientNotice notice, CancellationToken cancellation) => request.IsFromPage()
        ? Answers.SeeOther($"notices/{token}", await LanguageOf(request, notice, cancellation))
        : await Show(request, notice, cancellation);

    /// <summary>The same for a link that never was, is for something else, or has served its time.</summary>
    public static IResult NotFound(HttpRequest request) => request.PrefersHtml()
        ? Answers.Html(NoticePage.Gone(new NoticeWords(request.Language() ?? "nl")), StatusCodes.Status404NotFound).Unshared()
        : Answers.NotFound("notice").Unshared();

    private async Task<string> LanguageOf(HttpRequest request, RecipientNotice notice, CancellationToken cancellation) =>
        request.AskedLanguage() ?? (await register.Find(notice.Recipient, cancellation))?.Language ?? "nl";
}
