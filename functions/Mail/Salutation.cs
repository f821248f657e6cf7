using System.Text.RegularExpressions;

namespace WelWee3D.Mail;

/// <summary>
/// How a letter to the sender begins. Anybody can have it sent to any address, so a name stands in it only when it can be
/// no more than a name: a few words of letters, in which no mail program sees an address to click on.
/// </summary>
public static partial class Salutation
{
    private const int MostCharacters = 40;

    public static string Dutch(string name) => IsPlain(name) ? $"Dag {name}," : "Dag,";

    public static string English(string name) => IsPlain(name) ? $"Dear {name}," : "Hello,";

    private static bool IsPlain(string name) => name.Length <= MostCharacters && PlainName().IsMatch(name);

    // A dot stands only after initials, and at the end of a word such as "dr.".
    private const string Word = @"(?:['’]?\p{L}[\p{L}\p{M}'’-]*\.?|(?:\p{L}\.)+)";

    [GeneratedRegex($@"^{Word}(?: {Word}){{0,4}}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainName();
}
