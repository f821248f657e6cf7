using Microsoft.Net.Http.Headers;
using WelWee3D.Http;

namespace WelWee3D.Statement;

/// <summary>A version as JSON or as a page, in the language that is asked for.</summary>
public sealed class StatementAnswers(StatementSources sources)
{
    /// <param name="version">Null for one that there is not.</param>
    public IResult Of(HttpRequest request, StatementVersion? version)
    {
        if (request.Language() is not { } language)
            return Answers.Unreadable(Preferences.LanguageParameter, "Must be nl or en.");
        if (version is null)
            return Answers.NotFound("version");
        var view = StatementView.Of(version, sources, language);
        return (request.PrefersHtml() ? Answers.Html(new StatementPage(version, view, sources).Render()) : Answers.Ok(view))
            .With(HeaderNames.Vary, $"{HeaderNames.Accept}, {HeaderNames.AcceptLanguage}");
    }
}
