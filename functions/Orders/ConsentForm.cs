using WelWee3D.Consent;
using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Orders;

/// <summary>A client's answer as staff took it down, with the day on which it was given where that is not today.</summary>
public sealed record ConsentForm(
    ConsentAnswer Answer, Channel Channel, string? Language, string? TextVersion, DateOnly? GivenOn = null, bool DestroysNow = false)
{
    public const long MaxBytes = 4 * 1024;

    public Problems Problems(Purpose purpose, DateOnly today)
    {
        var problems = new Problems();
        problems.CheckLanguage("language", Language);
        if (ConsentTexts.Find(purpose, TextVersion, "nl") is { } text)
        {
            if ((GivenOn ?? today) < text.InForceFrom)
                problems.Add("givenOn", $"Must be {text.InForceFrom.Iso()} or later: before that day nobody could answer this text.");
        }
        else
            problems.Add("textVersion", $"Must be the version of a text of this purpose: {ApiPaths.Of("consent-texts")} tells which there are.");
        if (GivenOn is { } on)
            problems.CheckDay("givenOn", on, OrderRules.Earliest, today);
        return problems;
    }

    /// <summary>Once there are no problems.</summary>
    public ConsentGiven ToConsent(Purpose purpose, DateTimeOffset at, string recordedBy) =>
        new(Id.New(at), purpose, Answer, Channel, FieldRules.Language(Language!), TextVersion!, at, recordedBy, GivenOn);
}
