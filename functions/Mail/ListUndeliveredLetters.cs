using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Mail;

/// <summary>The letters that were given up, for as long as the morning's letter names them: by what they are about, and to nobody by name.</summary>
public sealed class ListUndeliveredLetters(FrontDoor door, Letters letters, IEnumerable<ILetterRenderer> renderers)
{
    [Function(nameof(ListUndeliveredLetters))]
    [Describes("Lists the letters that were given up, by what they are about.", Answer = typeof(Page<UndeliveredView>))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/undelivered-letters")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var read = Paging.Of<LetterPlace>(request, LetterPlace.TryParse);
            if (read.Refusal is { } refusal)
                return refusal;
            var (from, limit) = read.Value;
            var found = await letters.GivenUp(cancellation, from).Take(limit + 1)
                .Select((WaitingLetter each, CancellationToken token) => View(each, token)).ToListAsync(cancellation);
            return Answers.Ok(Page.Of(found, limit, each => $"{LetterPlace.Of(new(each.Kind, each.Reference))}"));
        }, Paging.Continuation, Paging.Limit);

    private async ValueTask<UndeliveredView> View(WaitingLetter letter, CancellationToken cancellation)
    {
        var ((kind, reference), renderer) = (letter.Letter, renderers.FirstOrDefault(each => each.Kind == letter.Letter.Kind));
        return new(kind, reference, Amsterdam.DateOf(letter.LookAt), renderer is null ? null : await renderer.OrderOf(reference, cancellation));
    }

    private sealed record UndeliveredView(string Kind, string Reference, DateOnly GivenUpOn, Id? OrderId);
}
