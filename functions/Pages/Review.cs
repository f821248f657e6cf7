using WelWee3D.Consent;
using WelWee3D.PrivacyRequests;
using WelWee3D.Quotes;
using WelWee3D.Retention;
using WelWee3D.Statement;

namespace WelWee3D.Pages;

/// <summary>Something that the law or the practice changes now and then, so that somebody has to look at it each year.</summary>
/// <param name="What">What there is to look at.</param>
/// <param name="CheckedOn">When somebody did so last. It stands beside what was looked at, and changes with it.</param>
/// <param name="AgainOn">By when somebody has to do so again.</param>
public sealed record Review(string Name, Words Words, Words What, DateOnly CheckedOn, DateOnly AgainOn)
{
    public static readonly IReadOnlyList<Review> All =
    [
        Yearly("holidays", new("Feestdagen", "Holidays"), new(
            "Ze schuiven de laatste dag op waarop een verzoek is beantwoord. Kijk of de wet er een dag bij of af deed.",
            "They move the last day for the answer to a request. See whether the law added one or took one away."), Holidays.CheckedOn),
        Yearly("vat", new("Btw-tarieven", "Rates of VAT"), new(
            "Ze staan op elke offerte. Kijk wat er op 1 januari verandert, ook in andere landen waar beeldjes heen gaan.",
            "They are on each quote. See what changes on 1 January, also in other countries that figurines go to."), VatRates.CheckedOn),
        Yearly("consent-texts", new("Toestemmingsteksten", "Consent texts"), new(
            "Lees of ze nog zeggen wat we doen. Doen we iets anders, dan komt er een nieuwe versie.",
            "Read whether they still say what we do. If we do something else, there is a new version."), ConsentTexts.CheckedOn),
        Yearly("statement", new("Privacyverklaring", "Privacy statement"), new(
            "Lees of ze nog klopt: wat we bewaren, van wie, hoe lang en wie het krijgt.",
            "Read whether it still holds: what we keep, of whom, for how long and who gets it."), StatementVersions.CheckedOn),
    ];

    private static Review Yearly(string name, Words words, Words what, DateOnly checkedOn) => new(name, words, what, checkedOn, checkedOn.AddYears(1));
}
