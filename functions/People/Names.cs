namespace WelWee3D.People;

/// <summary>Names as they are looked for: by the words in them, whatever their capitals and accents.</summary>
internal static class Names
{
    /// <summary>So many letters of a word are enough to look for it.</summary>
    public const int Enough = 3;

    // Letters that Unicode takes for ones of their own, and who looks for a name may write otherwise.
    private static readonly Dictionary<char, string> Plain = new()
    {
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['đ'] = "d", ['ð'] = "d", ['ł'] = "l", ['þ'] = "th", ['ı'] = "i",
    };

    /// <summary>The words of a name, folded: Søren van 't Veld-Çelik is soren, van, t, veld and celik.</summary>
    public static IReadOnlyList<string> Words(string name)
    {
        var folded = new StringBuilder();
        foreach (var sign in name.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
            if (Plain.TryGetValue(sign, out var plain))
                folded.Append(plain);
            else if (char.IsLetterOrDigit(sign) || char.IsSurrogate(sign))
                folded.Append(sign);
            else if (CharUnicodeInfo.GetUnicodeCategory(sign) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format))
                folded.Append(' ');
        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>What a word is filed under: its first letters, or all of a shorter one.</summary>
    public static string Start(string word) => string.Concat(word.EnumerateRunes().Take(Enough));

    public static bool IsShort(string word) => word.EnumerateRunes().Count() < Enough;

    /// <summary>Whether every word that is looked for begins one of a name.</summary>
    public static bool Begin(IEnumerable<string> wanted, string name) =>
        Words(name) is var words && wanted.All(start => words.Any(word => word.StartsWith(start, StringComparison.Ordinal)));
}
