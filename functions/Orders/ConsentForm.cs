using WelWee3D.Consent;
using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Orders;

/// <summary>A client's answer as staff took it down, with the day on which it was given where that is not today.</summary>
public sealed record ConsentForm(
    ConsentAnswer Answer, Channel Channel, string? Language, string? TextVersion, DateOnly? GivenOn = null, bool DestroysNow = false)
{
    private const int LongestVersion = 50;

    public Problems Problems(DateOnly today)
    {
        var problems = new Problems();
        problems.CheckLanguage("language", Language);
        if (TextVersion is not { Length: > 0 and <= LongestVersion } || !TextVersion.All(IsVersionSign))
            problems.Add("textVersion", $"Must be 1 to {LongestVersion} letters, digits, dots, hyphens or underscores.");
        if (GivenOn is { } on && OrderRules.Impossible("givenOn", on, OrderRules.Earliest, today) is Refusal.Invalid impossible)
            problems.AddRange(impossible.Problems);
        return problems;
    }

    /// <summary>Once there are no problems.</summary>
    public ConsentGiven ToConsent(Purpose purpose, DateTimeOffset at, string recordedBy) =>
        new(Id.New(at), purpose, Answer, Channel, FieldRules.Language(Language!), TextVersion!, at, recordedBy, GivenOn);

    private static bool IsVersionSign(char sign) => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-' or '_';
}
