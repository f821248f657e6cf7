using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>An article of the GDPR as either language cites it: 17(3)(b) is "artikel 17, lid 3, onder b".</summary>
internal static class Article
{
    public static Words Of(string article) => new($"artikel {Dutch(article)}", $"article {article}");

    public static Words OfTheGdpr(string article) => new(
        $"artikel {Dutch(article)}{(article.Contains('(', StringComparison.Ordinal) ? "," : "")} van de AVG", $"article {article} of the GDPR");

    private static string Dutch(string article) => article.Split(['(', ')'], StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var number, var paragraph, var point] => $"{number}, lid {paragraph}, onder {point}",
        [var number, var paragraph] => $"{number}, lid {paragraph}",
        _ => article,
    };
}
