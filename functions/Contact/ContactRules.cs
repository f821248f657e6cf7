using WelWee3D.Http;
using WelWee3D.People;

namespace WelWee3D.Contact;

/// <summary>What a contact message may hold, however it came in.</summary>
public static class ContactRules
{
    public const int MaxName = 200;
    public const int MaxMessage = 5000;

    /// <summary>Why something may not be used (GDPR article 18); null when it may.</summary>
    public static IResult? Restricted(DateOnly? since) =>
        since is { } day ? Answers.Conflict("restrictedOn", $"Since {day.Iso()} this may only be stored, not used.") : null;

    public static Problems Problems(this ContactForm form, IList<string> thanksPages)
    {
        var problems = new Problems();
        problems.CheckText("name", form.Name, MaxName);
        problems.CheckEmail("email", form.Email);
        if (form.Phone is { } phone)
            problems.CheckPhone("phone", phone);
        problems.CheckLines("message", form.Message, MaxMessage);
        if (form.Locale is { } locale)
            problems.CheckLanguage("locale", locale);
        ThanksPage.Check(problems, form.Next, thanksPages);
        return problems;
    }
}
