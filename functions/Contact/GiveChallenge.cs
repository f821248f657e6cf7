using Microsoft.Net.Http.Headers;
using WelWee3D.Http;

namespace WelWee3D.Contact;

/// <summary>Gives the page of a website a challenge to solve before it sends the form.</summary>
public sealed class GiveChallenge(FrontDoor door, AllowedOrigins origins, Challenges challenges)
{
    [Function(nameof(GiveChallenge))]
    [Describes(
        "Gives an ALTCHA challenge, to be solved before a form is sent: good once, and for minutes.", Answer = typeof(Challenge), Also = [403])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/challenge")] HttpRequest request) =>
        door.Anyone(request, () => Task.FromResult(
            origins.Refusal(request) ?? Answers.Ok(challenges.New()).With(HeaderNames.CacheControl, "no-store")));
}
