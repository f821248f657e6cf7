using WelWee3D.Tests.Http;

namespace WelWee3D.Tests.Pages;

/// <summary>What the console calls things that the app names: who adds one there is told here which words it lacks.</summary>
public sealed partial class ConsoleWordsTests : OwnWorld
{
    private static string Page(string name) => File.ReadAllText(Path.Combine(Source.Root, "web", "src", "staff", "pages", name));

    [Fact]
    public void Each_letter_that_may_not_be_delivered_has_its_words()
    {
        var words = Page("letters.ts");

        var lacking = world.GetAll<ILetterRenderer>().Select(letter => letter.Kind)
            .Where(kind => !Regex.IsMatch(words, $"[\\s\"]{kind}\"?: \\(\\) =>", RegexOptions.None, TimeSpan.FromSeconds(1)));

        Assert.Empty(lacking);
    }

    [Fact]
    public void Each_action_that_is_written_down_has_its_words()
    {
        var known = Action().Matches(Page("audit.ts")).Select(match => new Regex(match.Groups[1].Value, RegexOptions.None, TimeSpan.FromSeconds(1))).ToList();
        var actions = WhoMayCallTests.Guarded().Select(each => (Method: $"{each[1]}".ToUpperInvariant(), Route: Filled($"{each[2]}")))
            // Other ways to ask for these are refused.
            .Where(each => (each.Route != "uploads" || each.Method == "POST") && (!each.Route.StartsWith("uploads/", StringComparison.Ordinal) || each.Method == "DELETE"))
            .Select(each => AuditedCall.Of(each.Method, each.Route, 200, made: null)?.Action).OfType<string>().ToList();

        var lacking = actions.Concat(["change", "POST privacy-requests"]).Where(action => !known.Exists(words => words.IsMatch(action)));

        Assert.NotEmpty(actions);
        Assert.Empty(lacking.Distinct());
    }

    private string Filled(string route) => Parameter().Replace(route["api/".Length..], match => match.Groups[1].Value switch
    {
        "id" or "hold" or "copy" => $"{world.NewId()}",
        var other => other,
    });

    [GeneratedRegex(@"\[/(\S+( \S+)?)/, \(\) => t\(")]
    private static partial Regex Action();

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
