using WelWee3D.Http;
using WelWee3D.Mail;

namespace WelWee3D.PrivacyRequests;

/// <summary>
/// A letter to the person about their request, in their language. All of one request stand in one thread, under one
/// subject, and the request tells what became of each.
/// </summary>
public abstract class RequestLetter(RequestRegister requests, IOptions<MailOptions> mail) : ILetterRenderer
{
    public abstract string Kind { get; }

    public LetterReason Reason => LetterReason.Request;

    protected MailOptions Mail => mail.Value;

    public async Task<RenderedLetter?> Render(string reference, CancellationToken cancellation)
    {
        var (id, number) = Letter.Parse(reference);
        if (await requests.Find(id, cancellation) is not { } request || Body(request, number) is not { } body)
            return null;
        var subject = body.Either($"Je verzoek, kenmerk {Reference.Of(id)}", $"Your request, reference {Reference.Of(id)}");
        return new(request.Email, subject, body, ReplyTo: Mail.Practice, Thread: $"{id}");
    }

    public async Task<bool> IsReplaced(string reference, CancellationToken cancellation)
    {
        var (id, number) = Letter.Parse(reference);
        return (await requests.Find(id, cancellation))?.IsReplaced(Kind, number) == true;
    }

    public Task Delivered(string reference, bool sent, DateTimeOffset at, CancellationToken cancellation)
    {
        var (id, number) = Letter.Parse(reference);
        return requests.Change(id, request => request.Delivered(Kind, number, sent, at), cancellation);
    }

    /// <summary>What did not arrive is given up no more once another was written for it.</summary>
    public static async Task ForgetReplaced(Letters letters, PrivacyRequest request, CancellationToken cancellation)
    {
        foreach (var former in request.Letters.Where(each => request.IsReplaced(each.Kind, each.Number)))
            await letters.Forget(Letter.Of(former.Kind, request.Id, former.Number), cancellation);
    }

    /// <summary>Null when there is nothing (any more) that this letter tells.</summary>
    protected abstract LetterBody? Body(PrivacyRequest request, int number);

    protected static string Day(DateOnly day, PrivacyRequest request) => LetterBody.Day(day, request.Language);

    protected static string Kinds(PrivacyRequest request) => request.Kind.Words().In(request.Language);
}
