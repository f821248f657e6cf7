using WelWee3D.Http;
using WelWee3D.PrivacyRequests;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Register;

/// <param name="How">By which function it is carried out.</param>
public sealed record RightHeld(RequestKind Right, string Article, string How);

/// <summary>The rights of whoever data is about, and what carries each of them out.</summary>
internal static class RightsHeld
{
    public static IReadOnlyList<RightHeld> Of(PlainWords words) => [.. Enum.GetValues<RequestKind>().Select(right => Of(right, words))];

    private static RightHeld Of(RequestKind right, PlainWords words)
    {
        var (article, route, how) = Carried(right);
        return new(right, words.Either("AVG, ", "GDPR ") + words.Of(Article.Of(article)), $"{words.Of(how)} (POST {ApiPaths.Of(route)})");
    }

    private static (string Article, string Route, Words How) Carried(RequestKind right) => right switch
    {
        RequestKind.Access => ("15", "subjects/export", new("een pakket met alles wat er van iemand is", "a package with everything there is of somebody")),
        RequestKind.Rectification => ("16", "subjects/rectify", new("overal tegelijk verbeterd", "set right everywhere at once")),
        RequestKind.Erasure => ("17", "subjects/erase", new("in twee stappen gewist, met een vernietigingsverklaring", "erased in two steps, with a certificate")),
        RequestKind.Restriction => ("18", "subjects/restrict", new("alleen nog bewaard, tot het wordt opgeheven", "only stored, until that is lifted")),
        RequestKind.Portability => ("20", "subjects/export", new("een pakket met wat zij zelf gaf, ook naar een ander", "a package with what she gave herself, to somebody else too")),
        RequestKind.Objection => ("21", "subjects/restrict", new("eerst beperkt, dan beoordeeld", "restricted first, then judged")),
        RequestKind.Withdrawal => ("7(3)", "consent/{token}", new("met haar link, zo makkelijk als toestemmen", "by her link, as easily as consenting")),
        RequestKind.Complaint => ("77", "privacy-requests", new("geregistreerd en beantwoord; de weg naar de toezichthouder staat in elk antwoord", "registered and answered; each answer tells the way to the authority")),
        _ => throw new ArgumentOutOfRangeException(nameof(right)),
    };
}
