using System.Net.Http.Headers;

namespace WelWee3D.Tests.Http;

/// <summary>Who works in Dutch is refused in Dutch; a program that says nothing, in English.</summary>
public sealed partial class DutchRefusalsTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    [Fact]
    public void Every_sentence_by_which_the_app_refuses_has_its_Dutch()
    {
        var sentences = Refusals().Distinct().ToList();

        Assert.InRange(sentences.Count, 200, int.MaxValue);
        var left = string.Join('\n', sentences.Where(sentence => DutchRefusals.In("nl", Filled(sentence)) == Filled(sentence)));
        Assert.True(left.Length == 0, $"These have no Dutch in DutchRefusals:\n{left}");
    }

    [Fact]
    public void None_of_them_has_Dutch_for_what_is_no_longer_said() =>
        Assert.Empty(DutchRefusals.Known.Except(Refusals()).Except(["Must be one of {0}.", "This version cannot read {0}."]));

    [Fact]
    public void No_sentence_in_Dutch_holds_words_in_English() =>
        Assert.All(DutchRefusals.Known, sentence => Assert.DoesNotMatch(English(), DutchRefusals.In("nl", Filled(sentence))));

    [Theory]
    [InlineData("Must not be before 2026-11-22.", "Mag niet vóór 22 november 2026 liggen.")]
    [InlineData("There is no such order.", "Er is geen bestelling met dit kenmerk.")]
    [InlineData("Must be one of: phone, mail.", "Moet een van deze zijn: phone, mail.")]
    [InlineData("Must have 1 to 200 characters.", "Mag hoogstens 200 tekens hebben.")]
    [InlineData("Something that no rule says.", "Something that no rule says.")]
    public void What_was_found_stands_in_it_as_people_write_it(string told, string dutch)
    {
        Assert.Equal(dutch, DutchRefusals.In("nl", told));
        Assert.Equal(told, DutchRefusals.In("en", told));
    }

    [Theory]
    [InlineData(null, "Is required.", null)]
    [InlineData("en", "Is required.", null)]
    [InlineData("nl", "Dit moet worden ingevuld.", "nl")]
    [InlineData("nl-NL, en;q=0.5", "Dit moet worden ingevuld.", "nl")]
    [InlineData("en, nl;q=0.5", "Is required.", null)]
    [InlineData("fr", "Is required.", null)]
    [InlineData("*", "Is required.", null)]
    public async Task A_refusal_is_in_the_language_that_is_asked_for_and_has_the_same_shape(string? accepted, string told, string? language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/orders") { Content = JsonContent.Create(new { email = "eva@example.nl", language = "nl" }) };
        if (accepted is not null)
            request.Headers.AcceptLanguage.ParseAdd(accepted);
        using var answer = await http.Staff.SendAsync(request);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(language, answer.Content.Headers.ContentLanguage.SingleOrDefault());
        Assert.Equal("Unprocessable Entity", problem.GetProperty("title").GetString());
        Assert.Equal([told], problem.GetProperty("errors").GetProperty("name").EnumerateArray().Select(each => each.GetString()));
    }

    [Fact]
    public async Task So_is_what_a_dry_run_of_an_import_tells_of_each_line()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/imports?kind=contacts&dryRun=true")
        {
            Content = new StringContent("receivedOn,channel,name,phone,message\nooit,phone,Eva,+31612345678,Wil worden gebeld.\n", new MediaTypeHeaderValue("text/csv", "utf-8")),
        };
        request.Headers.AcceptLanguage.ParseAdd("nl");
        using var answer = await http.Staff.SendAsync(request);

        var problem = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("problems")[0];
        Assert.Equal((2, "receivedOn", "Moet een datum zijn, zoals 2026-11-22 of 22-11-2026."),
            (problem.GetProperty("line").GetInt32(), problem.GetProperty("field").GetString(), problem.GetProperty("message").GetString()));
    }

    private static IEnumerable<string> Refusals() =>
        from file in Directory.EnumerateFiles(Path.Combine(Source.Root, "functions"), "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Path.Combine(Source.Root, "functions"), file).Replace('\\', '/')
        where !NoRefusals().IsMatch(path)
        from told in Sentences.Of(File.ReadAllText(file))
        where !ToOthers().IsMatch(told.Before)
        select told.Sentence;

    private static string Filled(string sentence) => Hole().Replace(sentence, "7");

    // Letters, pages and documents have both languages of their own; of a file's damage the letters have the Dutch.
    [GeneratedRegex(
        @"(Words|Letter|Receipt|Reminder|(?<!Thanks)Page|Setup|Style|Document|Paper|Warning|Texts?)\.cs$"
        + @"|^(obj|bin|Register|Statement|Formats|Telemetry|Description|Retention/Reconciling|Storage|Staff)/|^Http/DutchRefusals|^(Services|People/Authority|Exports/Controller|Retention/(Boundary|LeftUndone|RetentionSchedule)|Scans/ScanRecorder|PrivacyRequests/RequestEnd|Pages/Review)\.cs$")]
    private static partial Regex NoRefusals();

    // What is described to programmers, logged, thrown, or written into a letter or a certificate.
    [GeneratedRegex(@"\[Describes\(|throw new|Exception\(|\.Say\(|Either\(|LoggerMessage|Method\w* =|Facts\(|[:?] Page\(")]
    private static partial Regex ToOthers();

    // None of these is a Dutch word.
    [GeneratedRegex(@"\b(the|and|that|this|not|cannot|must|which|file|knows|somebody|nobody|missing|required)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();

    [GeneratedRegex(@"\{\d}")]
    private static partial Regex Hole();
}
