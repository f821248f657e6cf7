using WelWee3D.Http;

namespace WelWee3D;

/// <summary>Says in a few lines what is here, to whoever comes by the front.</summary>
public sealed class DescribeApp(FrontDoor door)
{
    [Function(nameof(DescribeApp))]
    [Describes("Says in a few lines what is here.", AnswerMedia = ["text/plain"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api")] HttpRequest request) =>
        door.Anyone(request, () => Task.FromResult(request.Language() switch
        {
            "nl" => Answers.Text(Dutch),
            "en" => Answers.Text(English),
            _ => Answers.Unreadable(Preferences.LanguageParameter, "Must be nl or en."),
        }), Preferences.LanguageParameter);

    private static string Dutch => $"""
        Wel & Wee - 3D: neemt contactberichten en 3D-scans aan, en vernietigt ze op hun dag.

        {ApiPaths.Of("contact")}  het contactformulier als pagina; met POST verstuurt een website het
        {ApiPaths.Of("privacy-requests/form")}  zien, laten verbeteren of laten wissen wat er van je wordt bewaard
        /forms  de formulieren op een website zetten
        {ApiPaths.Of("health")}   of alles antwoordt
        {ApiPaths.Of("docs")}     wat er allemaal kan, om te lezen; {ApiPaths.Of("openapi.json")} voor programma's

        Al het andere is voor medewerkers. Hoe het werkt staat bij de broncode: README.md en de map docs.

        """;

    private static string English => $"""
        Wel & Wee - 3D: takes in contact messages and 3D scans, and destroys them on their day.

        {ApiPaths.Of("contact")}  the contact form as a page; a website sends it by POST
        {ApiPaths.Of("privacy-requests/form")}  see, correct or erase what is kept about you
        /forms  how to put the forms on a website
        {ApiPaths.Of("health")}   whether everything answers
        {ApiPaths.Of("docs")}     all that can be done, to read; {ApiPaths.Of("openapi.json")} for programs

        All else is for staff. How it works is told beside the source: README.md and the folder docs.

        """;
}
