namespace WelWee3D.People;

/// <summary>What a record is filed under in the index of searches. Of a name no more than a keyed hash of how each word begins.</summary>
public sealed class SearchTerms(SubjectKeys keys)
{
    /// <summary>Every record of a kind that is listed by this index.</summary>
    public const string Any = "any";

    // With what else a record is filed under they are one entity group transaction.
    private const int MostWords = 40;

    public IEnumerable<string> OfName(string name) => Names.Words(name).Select(Names.Start).Distinct().Take(MostWords).SelectMany(OfStart);

    /// <summary>Where a word is looked for: under a former key, while there is one, stands all that is under the present one, and what is older.</summary>
    public string OfWord(string word) => OfStart(Names.Start(word)).Last();

    private IEnumerable<string> OfStart(string start) => keys.OfNameStart(start).Select(hash => $"name:{hash}");

    public static string Of(Reference reference) => $"reference:{reference}";

    public static string OfState(string state) => $"state:{state}";
}
