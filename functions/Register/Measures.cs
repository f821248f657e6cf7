using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Register;

/// <summary>How data is protected (GDPR article 32), as the app and its deployment do it for everything alike.</summary>
internal static class Measures
{
    private static readonly Words[] All =
    [
        new("Wie erbij wil, logt in met een eigen account en een rol; zonder rol wordt niets getoond.", "Whoever wants to see something signs in with an account and a role of their own; without a role nothing is shown."),
        new("Versleuteld onderweg (TLS) en in de opslag; sleutels van de opslag zijn er niet, de app heeft een eigen identiteit.", "Encrypted on its way (TLS) and in storage; there are no keys of storage, the app has an identity of its own."),
        new("Wie een scan opent, zegt waarom; dat staat vijf jaar in de audit.", "Whoever opens a scan says why; that is in the audit for five years."),
        new("Geen persoonsgegevens in logs, namen van bestanden, adressen of vernietigingsverklaringen.", "No personal data in logs, names of files, addresses or certificates."),
        new("Elke nacht wordt vernietigd wat zijn laatste dag heeft; elke week wordt alles nagelopen.", "Each night what has its last day is destroyed; each week everything is walked through."),
    ];

    public static IReadOnlyList<string> Of(PlainWords words) => [.. All.Select(words.Of)];
}
