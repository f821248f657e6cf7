using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>An article of the GDPR by which a request may be refused. It is chosen from this list, and never typed.</summary>
/// <param name="For">The kinds of request that it may refuse; none for all of them.</param>
public sealed record Ground(string Article, Words Words, params IReadOnlyList<RequestKind> For)
{
    /// <summary>The one that refuses somebody of whom it is not known who they are.</summary>
    public const string NotIdentified = "12(2)";

    public static readonly IReadOnlyList<Ground> All =
    [
        new(NotIdentified, new("we konden niet vaststellen dat het verzoek van jou komt", "we could not establish that the request comes from you")),
        new("12(5)", new(
            "het verzoek is kennelijk ongegrond of wordt buitensporig vaak gedaan", "the request is manifestly unfounded, or made excessively often")),
        new("15(4)", new("een kopie zou de rechten van anderen schaden", "a copy would harm the rights of others"), RequestKind.Access),
        new("16", new("de gegevens kloppen en zijn volledig", "the data is accurate and complete"), RequestKind.Rectification),
        new("17(1)", new("geen van de gronden om te wissen doet zich voor", "none of the grounds for erasure applies"), RequestKind.Erasure),
        new("17(3)(b)", new("de wet verplicht ons de gegevens te bewaren", "the law obliges us to keep the data"), RequestKind.Erasure),
        new("17(3)(e)", new(
            "de gegevens zijn nodig voor een rechtsvordering", "the data is needed for legal claims"), RequestKind.Erasure),
        new("18(1)", new("geen van de gronden voor beperking doet zich voor", "none of the grounds for restriction applies"), RequestKind.Restriction),
        new("20(1)", new(
            "de gegevens berusten niet op toestemming of een overeenkomst", "the data rests on neither consent nor a contract"), RequestKind.Portability),
        new("20(4)", new("overdracht zou de rechten van anderen schaden", "a transfer would harm the rights of others"), RequestKind.Portability),
        new("21(1)", new(
            "onze dwingende gronden wegen zwaarder", "our compelling grounds weigh more heavily"), RequestKind.Objection),
        new("7(3)", new("er is geen toestemming om in te trekken", "there is no consent to withdraw"), RequestKind.Withdrawal),
        new("77", new("er is niet in strijd met de wet gehandeld", "the law was not infringed"), RequestKind.Complaint),
    ];

    /// <summary>Whether it is told with its article. That of a complaint is about the authority's, and refuses nothing.</summary>
    public bool IsCited => Article != "77";

    public static Ground? Find(string article) => All.FirstOrDefault(ground => ground.Article == article);

    public static IEnumerable<Ground> Of(RequestKind kind) => All.Where(ground => ground.For.Count == 0 || ground.For.Contains(kind));
}
