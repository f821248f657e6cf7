namespace WelWee3D.Mail;

/// <summary>What people read, on a page or on paper, in Dutch or in English.</summary>
public abstract class Bilingual(string language)
{
    public string Language { get; } = language == "en" ? "en" : "nl";

    public string Day(DateOnly day) => LetterBody.Day(day, Language);

    public string Either(string nl, string en) => Language == "nl" ? nl : en;
}
