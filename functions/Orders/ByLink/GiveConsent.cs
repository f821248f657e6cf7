using WelWee3D.Consent;
using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Retention;

namespace WelWee3D.Orders.ByLink;

/// <summary>
/// A client gives consent by her link, or takes it back: the one as easily as the other, also while all may only be stored. What
/// would be destroyed within days is told first.
/// </summary>
public sealed class GiveConsent(FrontDoor door, ConsentLinks links, OrderStore orders, ConsentsAsked asked, ConsentAnswers answers, Letters letters, TimeProvider clock)
{
    [Function(nameof(GiveConsent))]
    [Describes(
        "Gives or takes back consent by a client's link.", Body = [typeof(AnswerForm)],
        BodyMedia = [Body.JsonType, Body.UrlEncodedType, Body.MultipartType], Needs = ["textVersion", "language"],
        Example = """{"purpose": "keep-scan", "answer": "yes", "textVersion": "1", "language": "nl"}""", Answer = typeof(ConsentOverview),
        AnswerMedia = ["text/html"], Also = [303, 409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/consent/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        door.Anyone(request, async () =>
        {
            if (await links.Find(token, cancellation) is not { } order)
                return ConsentAnswers.NotFound(request);
            var read = await AnswerForm.Read(request, clock.Today(), cancellation);
            if (read.Refusal is { } refusal)
                return await answers.Refused(request, order, refusal, cancellation);

            var (form, now) = (read.Value, clock.GetUtcNow());
            var given = form.ToConsent(now);
            // The reference first: a letter that there is no reason for is dropped.
            if (given is { Purpose: Purpose.MakeFigurine, Answer: not ConsentAnswer.Yes })
                await letters.Add(new(NoFigurineLetter.Name, $"{order.Id}"), cancellation);
            var ruling = await orders.Change(
                order.Id, each => orders.Foretold(each, OrderRules.Consent(each, given), form.Knows(asked.GoesBy(each, given))), cancellation);
            return ruling switch
            {
                null => ConsentAnswers.NotFound(request),
                { Refusal: { } refused } => await answers.Refused(request, order, OrderAnswers.Of(refused), cancellation),
                _ => await answers.Answered(request, token, ruling.Order!, cancellation),
            };
        }, Preferences.LanguageParameter);
}
