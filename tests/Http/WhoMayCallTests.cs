namespace WelWee3D.Tests.Http;

/// <summary>Walks every HTTP function that there is: one that is forgotten here fails, whatever it does.</summary>
public sealed partial class WhoMayCallTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private static readonly string[] Public =
    [
        nameof(WelWee3D.DescribeApp),
        nameof(WelWee3D.Description.ShowApi),
        nameof(WelWee3D.Description.ShowApiPage),
        nameof(WelWee3D.Description.ShowApiPageFile),
        nameof(WelWee3D.Contact.ShowContactForm),
        nameof(WelWee3D.Contact.GiveChallenge),
        nameof(WelWee3D.Contact.PreflightContactForm),
        nameof(WelWee3D.Contact.PreflightChallenge),
        // It is let in by its signature.
        nameof(WelWee3D.Mail.ReceiveMailEvents),
        nameof(WelWee3D.Contact.SubmitContactForm),
        nameof(WelWee3D.Health),
        nameof(WelWee3D.Exports.FetchExport),
        nameof(WelWee3D.PrivacyRequests.ShowRequestForm),
        nameof(WelWee3D.PrivacyRequests.PreflightRequestForm),
        nameof(WelWee3D.PrivacyRequests.SubmitPrivacyRequest),
        nameof(WelWee3D.PrivacyRequests.ConfirmPrivacyRequest),
        nameof(WelWee3D.Uploads.DescribeUploads),
        nameof(WelWee3D.Consent.ListConsentTexts),
        nameof(WelWee3D.Orders.ByLink.ShowConsents),
        nameof(WelWee3D.Orders.ByLink.GiveConsent),
        nameof(WelWee3D.Orders.ByLink.ShowConsentRecord),
        nameof(WelWee3D.PrivacyRequests.FollowPrivacyRequest),
        nameof(WelWee3D.Retention.Published.ShowCheckpoint),
        nameof(WelWee3D.Retention.Published.ShowTile),
        nameof(WelWee3D.Retention.Published.ShowLogKeys),
        nameof(WelWee3D.Scans.Proof.ShowProof),
        nameof(WelWee3D.Scans.Proof.ShowProofLetter),
        nameof(WelWee3D.Notices.ShowNotice),
        nameof(WelWee3D.Notices.AnswerNotice),
        nameof(WelWee3D.Quotes.ShowQuote),
        nameof(WelWee3D.Quotes.ShowQuotePdf),
        nameof(WelWee3D.Quotes.AcceptQuote),
        nameof(WelWee3D.Statement.ShowStatement),
        nameof(WelWee3D.Statement.ShowStatementVersion),
        nameof(WelWee3D.Visits.CountVisit),
        nameof(WelWee3D.Visits.PreflightVisit),
        nameof(WelWee3D.Visits.ShowBeacon),
        nameof(WelWee3D.Pages.ShowHome),
        nameof(WelWee3D.Pages.ShowConsole),
        nameof(WelWee3D.Pages.ShowForms),
        nameof(WelWee3D.Pages.ServePageFile),
        nameof(WelWee3D.Pages.DescribeConsole),
    ];

    public static TheoryData<string, string, string> Guarded()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (name, trigger) in HttpFunctions.All().Where(function => !Public.Contains(function.Name)))
            foreach (var method in trigger.Methods ?? ["get"])
                data.Add(name, method, trigger.Route!);
        return data;
    }

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Without_a_token_it_answers_401(string function, string method, string route)
    {
        using var answer = await Ask(http.Anyone, method, route);

        Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{function} answered {(int)answer.StatusCode} without a token");
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    /// <summary>Either role has these for a reason, and whoever states none is asked for one.</summary>
    private static readonly string[] ForAReason = [nameof(DownloadScan), nameof(DownloadUnclaimed)];

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task It_is_for_one_role_and_refuses_the_others(string function, string method, string route)
    {
        using var staff = await Ask(http.Staff, method, route);
        using var privacy = await Ask(http.Officer, method, route);

        var refusal = ForAReason.Contains(function) ? HttpStatusCode.PreconditionRequired : HttpStatusCode.Forbidden;
        var refused = new[] { staff, privacy }.Count(answer => answer.StatusCode == refusal);
        Assert.True(refused == 1, $"{function} refused {refused} of the two roles");
    }

    public static TheoryData<string, string, string> Every()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (name, trigger) in HttpFunctions.All())
            foreach (var method in trigger.Methods ?? ["get"])
                data.Add(name, method, trigger.Route!);
        return data;
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task A_query_parameter_that_it_does_not_know_is_refused(string function, string method, string route)
    {
        using var staff = await Ask(http.Staff, method, route, "?limt=1");
        using var privacy = await Ask(http.Officer, method, route, "?limt=1");

        var refused = new[] { staff, privacy }.Where(answer => answer.StatusCode == HttpStatusCode.BadRequest).ToList();
        Assert.True(refused.Count > 0, $"{function} answered {(int)staff.StatusCode} and {(int)privacy.StatusCode}");
        if (method != "head")
            Assert.Contains("\"limt\"", await refused[0].Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_name_on_the_list_of_public_functions_is_one() =>
        Assert.Subset(HttpFunctions.All().Select(function => function.Name).ToHashSet(), Public.ToHashSet());

    [Fact]
    public void Function_names_are_unique() =>
        Assert.Distinct(HttpFunctions.Every().Select(function => function.Name), StringComparer.OrdinalIgnoreCase);

    private static async Task<HttpResponseMessage> Ask(HttpClient client, string method, string route, string query = "")
    {
        var path = Parameter().Replace(
            route,
            parameter => parameter.Value.EndsWith("?}", StringComparison.Ordinal) ? ""
                : parameter.Value.EndsWith(":int}", StringComparison.Ordinal) ? "1" : "01a203d546447aea88e48193e22e6096");
        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), $"{path}{query}");
        return await client.SendAsync(request);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
