using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Orders;

/// <summary>Whoever sends a body is told all that is wrong with it at once: what is missing, what does not fit, and what breaks a rule.</summary>
public sealed class AllMistakesTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Theory]
    [InlineData("PATCH", "orders/{order}", """{"name":"","email":"x","phone":"06-123","addres":{}}""", 422, "addres,email,name,phone")]
    [InlineData("PATCH", "orders/{order}", """{"name":5,"email":"x","address":{"line1":7,"postalCode":"12","country":"nl","town":"a"}}""", 400, "address.city,address.line1,address.postalCode,address.town,email,name")]
    [InlineData("PATCH", "orders/{order}", """{"openedOn":"2999-01-01","language":"de"}""", 422, "language,openedOn")]
    [InlineData("PUT", "orders/{order}/consents/keep-scan", """{"answer":"perhaps","language":"de","textVersion":"a b","givenOn":"2999-01-01"}""", 422, "answer,channel,givenOn,language,textVersion")]
    [InlineData("PUT", "orders/{order}/consents/keep-scan", """{"answer":"yes","channel":5,"language":"de"}""", 400, "channel,language,textVersion")]
    [InlineData("POST", "orders/{order}/holds", """{"reason":" ","until":"tomorrow"}""", 422, "reason,until")]
    [InlineData("POST", "orders/{order}/holds", """{"reason":" "}""", 422, "reason,until")]
    [InlineData("POST", "orders/{order}/ship", """{"shippedon":"2026-11-22","reason":" "}""", 422, "reason,shippedOn,shippedon")]
    [InlineData("POST", "orders/{order}/cancel", """{"cancelledOn":"soon","reason":" ","destroysNow":"yes"}""", 400, "cancelledOn,destroysNow,reason")]
    [InlineData("PATCH", "scans/{scan}", """{"reason":" "}""", 422, "reason,scannedOn")]
    [InlineData("POST", "scans/{scan}/destroy", """{"why":"it is no scan"}""", 422, "reason,why")]
    [InlineData("POST", "scans/{scan}/move", """{"orderId":"x"}""", 422, "orderId,reason")]
    [InlineData("POST", "scans/{scan}/copies", """{"disk":"","madeOn":"x"}""", 422, "disk,madeOn")]
    [InlineData("POST", "subjects/erase", """{"email":"x","phone":"y","name":"z"}""", 422, "email,name,phone")]
    [InlineData("POST", "subjects/restrict", """{"email":"x","lift":"yes","reason":" "}""", 400, "email,lift,reason")]
    [InlineData("POST", "subjects/export", """{"phone":"x","named":["y"]}""", 422, "named[0],phone")]
    public async Task They_are_told_together(string method, string path, string body, int status, string fields)
    {
        var order = await world.Given.OrderWithScan(world.Given.NewAddress());
        var address = path.Replace("{order}", $"{order.Id}", StringComparison.Ordinal).Replace("{scan}", $"{order.Scans[0].Id}", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new(method), $"api/{address}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };

        using var answer = await (path.StartsWith("subjects", StringComparison.Ordinal) ? http.Officer : http.Staff).SendAsync(request);

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal(fields.Split(','), (await answer.Faults()).Order(StringComparer.Ordinal));
    }
}
