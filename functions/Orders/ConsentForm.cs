using WelWee3D.Consent;
using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Orders;

/// <summary>A client's answer as staff took it down.</summary>
public sealed record ConsentForm(
    ConsentAnswer Answer, Channel Channel, string Language, string TextVersion, bool DestroysNow = false)
{
    private const int LongestVersion = 50;

    public Problems Problems()
    {
        var problems = new Problems();
        problems.CheckLanguage("language", Language);
        if (TextVersion.Length is 0 or > LongestVersion || !TextVersion.All(IsVersionSign))
            problems.Add("textVersion", $"Must be 1 to {LongestVersion} letters, digits, dots, hyphens or underscores.");
        return problems;
    }

    public ConsentGiven ToConsent(Purpose purpose, DateTimeOffset at, string recordedBy) =>
        new(Id.New(at), purpose, Answer, Channel, Language, TextVersion, at, recordedBy);

    private static bool IsVersionSign(char sign) => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-' or '_';
}
