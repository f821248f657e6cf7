using Microsoft.Net.Http.Headers;
using WelWee3D.Http;

namespace WelWee3D.Visits;

/// <summary>The script that a site puts on its pages to have them counted.</summary>
public sealed class ShowBeacon(FrontDoor door)
{
    // It sends once, when the page is first put away: a phone may never say that it was closed. A form needs no preflight.
    private const string Script = """
        // Counts that this page was seen, and for how long. It keeps nothing, and sends nothing for who asks not to be followed.
        (() => {
          if (navigator.doNotTrack === "1" || navigator.globalPrivacyControl) return;
          const to = new URL("../visits", document.currentScript.src);
          let since, sent;
          const look = hidden => {
            if (!hidden) since ??= performance.now();
            else if (since !== undefined && !sent)
              sent = navigator.sendBeacon(to, new URLSearchParams({ page: location.pathname, seconds: Math.round((performance.now() - since) / 1000) }));
          };
          look(document.hidden);
          addEventListener("visibilitychange", () => look(document.hidden), true);
          addEventListener("pagehide", () => look(true));
        })();
        """;

    [Function(nameof(ShowBeacon))]
    [Describes("Hands out the script by which a website has its visits counted.", AnswerMedia = ["text/javascript"])]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/visits/beacon.js")] HttpRequest request) =>
        door.Anyone(request, () => Task.FromResult(
            Results.Text(Script, "text/javascript; charset=utf-8")
                .With(HeaderNames.CacheControl, "public, max-age=86400")
                // Also for a site that takes nothing of elsewhere but what allows it.
                .With("Cross-Origin-Resource-Policy", "cross-origin")));
}
