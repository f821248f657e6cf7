using WelWee3D.Http;

namespace WelWee3D.Retention.Shown;

/// <summary>What the routes about one person say alike.</summary>
public static class SubjectAnswers
{
    public static Problems Strangers(Matches matches)
    {
        var problems = new Problems();
        foreach (var id in matches.Strangers)
            problems.Add("named", $"{id} is not found by this mail address or phone number.");
        return problems;
    }
}
