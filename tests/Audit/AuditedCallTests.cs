namespace WelWee3D.Tests.Audit;

public sealed class AuditedCallTests
{
    private const string Id = "01a203ed58e17e2785c86afb47600260";
    private const string Other = "01a203ed926c797698894f4f35f9f385";

    [Theory]
    [InlineData("GET", "orders/{0}", 200, "GET orders/{id}", "R", "order|{0}")]
    [InlineData("PATCH", "contacts/{0}", 200, "PATCH contacts/{id}", "U", "message|{0}")]
    [InlineData("POST", "contact/suspects/{0}/accept", 200, "POST contact/suspects/{id}/accept", "E", "suspect|{0}")]
    [InlineData("POST", "scans/{0}/copies/{1}/destroyed", 200, "POST scans/{id}/copies/{id}/destroyed", "E", "scan|{0}")]
    [InlineData("HEAD", "scans/unclaimed/{0}/content", 200, "HEAD scans/unclaimed/{id}/content", "R", "blob|{0}")]
    [InlineData("GET", "retention/why/order/{0}", 200, "GET retention/why/order/{id}", "R", "order|{0}")]
    [InlineData("DELETE", "uploads/{0}", 204, "DELETE uploads/{id}", "D", "upload|{0}")]
    [InlineData("hEaD", "scans/{0}/content", 200, "HEAD scans/{id}/content", "R", "scan|{0}")]
    [InlineData("POST", "subjects/erase", 409, "POST subjects/erase", "E", "subject")]
    [InlineData("POST", "uploads", 201, "POST uploads", "C", "upload|{1}")]
    public void It_tells_what_was_done_to_what(string method, string route, int status, string action, string code, string about)
    {
        var call = AuditedCall.Of(method, Filled(route), status, $"/api/uploads/{Other}");

        Assert.Equal(new AuditedCall(action, code, Filled(about)), call);
    }

    [Theory]
    [InlineData("GET", "orders/{0}", 404)]
    [InlineData("POST", "orders/{0}/ship", 422)]
    [InlineData("GET", "scans/{0}/content", 428)]
    [InlineData("GET", "disks", 200)]
    [InlineData("GET", "retention/runs/{0}", 200)]
    [InlineData("PATCH", "uploads/{0}", 204)]
    [InlineData("HEAD", "uploads/{0}", 200)]
    public void What_shows_nothing_or_is_about_nobody_is_no_event(string method, string route, int status) =>
        Assert.Null(AuditedCall.Of(method, Filled(route), status, made: null));

    [Theory]
    [InlineData("orders")]
    [InlineData("scans")]
    [InlineData("scans/unclaimed")]
    [InlineData("uploads")]
    [InlineData("contacts")]
    [InlineData("contact/suspects")]
    public void Its_object_is_named_as_its_kind_is(string collection) =>
        Assert.NotNull(Kinds.All.Find(AuditedCall.Of("GET", $"{collection}/{Id}", 200, made: null) is { } call ? call.About.Split('|')[0] : ""));

    private static string Filled(string route) =>
        route.Replace("{0}", Id, StringComparison.Ordinal).Replace("{1}", Other, StringComparison.Ordinal);
}
