using WelWee3D.Http;

namespace WelWee3D.Consent;

/// <summary>The texts that can be answered, with every version that ever could, for whoever wants to hold an answer against its words.</summary>
public sealed class ListConsentTexts(FrontDoor door, TimeProvider clock)
{
    [Function(nameof(ListConsentTexts))]
    [Describes("Lists every text of consent that can be answered or ever could, with its words and their hash.", Answer = typeof(Listed))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/consent-texts")] HttpRequest request) =>
        door.Anyone(request, () => Task.FromResult(Answers.Ok(new Listed([.. ConsentTexts.All.Select(View)]))));

    private TextView View(ConsentText text) => new(
        text.Purpose, text.Version, text.Language, text.InForceFrom,
        ConsentTexts.InForce(text.Purpose, text.Language, clock.Today()) == text, text.Sha256, text.Words);

    private sealed record Listed(IReadOnlyList<TextView> Items);

    /// <param name="InForce">Whether it is the one to be answered today.</param>
    private sealed record TextView(
        Purpose Purpose, string Version, string Language, DateOnly InForceFrom, bool InForce, string Sha256, string Words);
}
