using WelWee3D.Exports;
using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Register;

/// <summary>Makes the register of processing from what is registered, declared and configured in the running app.</summary>
public sealed class RegisterOfProcessing(DataInventory inventory, NamedRecipients recipients, Controller controller, TimeProvider clock)
{
    public RegisterView In(string language)
    {
        var words = PlainWords.In(language);
        var fields = inventory.Fields().ToLookup(field => field.Place.Split('.')[0]);
        return new(
            clock.Today(), language, controller.Told,
            [words.Either("gezondheid: scans van een zwanger lichaam (artikel 9)", "health: scans of a pregnant body (article 9)")],
            recipients.In(language), words.Of(RecipientWords.Transfers), [.. Activities.All.SelectMany(activity => Items(activity, fields, words))]);
    }

    private IEnumerable<RegisterItem> Items(ProcessingActivity activity, ILookup<string, DeclaredField> fields, PlainWords words)
    {
        var whole = new RegisterItem(
            activity.Name, activity.Name, words.Of(activity.Words), [words.Of(activity.Purpose)], words.Of(activity.Ground), [words.Of(activity.People)],
            Data(activity.Stored.SelectMany(place => fields[place]), words), RecipientsOf(activity, words),
            Rule: null, Term: null, Starts: "", activity.Until is { } until ? words.Of(until) : "", Measures.Of(words));
        // The kinds of an activity go by the same rules.
        var byRule = activity.Rules.Select(rule => whole with
        {
            Kind = string.Join(", ", activity.Kinds), What = words.Of(rule.Words),
            Rule = rule.Name, Term = rule.Term, Starts = words.Of(rule.Starts), Reason = words.Of(rule.Reason),
        });
        return activity.Until is null ? byRule : byRule.Append(whole);
    }

    private IReadOnlyList<string> RecipientsOf(ProcessingActivity activity, PlainWords words) =>
        [.. recipients.In(words.Language).Where(each => activity.Recipients.Contains(each.Role)).Select(each => each.Name)];

    private static IReadOnlyList<RegisterData> Data(IEnumerable<DeclaredField> fields, PlainWords words) =>
    [
        .. from field in fields
           group field.Place by field.Category into category
           orderby category.Key
           select new RegisterData(category.Key, words.Of(CategoryWords.Of(category.Key)), [.. category.Distinct().Order(StringComparer.Ordinal)]),
    ];
}

internal static class CategoryWords
{
    public static Words Of(DataCategory category) => category switch
    {
        DataCategory.Identity => new("wie iemand is: naam, en namen van bestanden", "who somebody is: name, and names of files"),
        DataCategory.Contact => new("hoe iemand te bereiken is: mailadres, telefoonnummer, adres, taal", "how somebody is reached: mail address, phone number, address, language"),
        DataCategory.Communication => new("wat iemand schreef, wanneer en hoe", "what somebody wrote, when and how"),
        DataCategory.Order => new("wat iemand bestelde, en wat daarvan werd", "what somebody ordered, and what became of it"),
        DataCategory.Body => new("het lichaam: scans, en wat daarin is gemeten; zegt iets over gezondheid", "the body: scans, and what was measured in them; tells of health"),
        DataCategory.Consent => new("antwoorden over toestemming, met het bewijs ervan", "answers about consent, with their evidence"),
        DataCategory.Rights => new("waar iemand recht op heeft en om vroeg, en wat daaraan in de weg staat", "what somebody has a right to and asked for, and what stands in its way"),
        _ => throw new ArgumentOutOfRangeException(nameof(category)),
    };
}
