using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Uploads;

/// <summary>No scan of a body is taken in without its owner's consent to make the figurine.</summary>
public sealed class UploadConsentTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private const string Yes = """{"answer":"yes","channel":"paper","language":"nl","textVersion":"1"}""";

    private readonly World world = http.World;
    private readonly TusClient tus = new(http);

    [Fact]
    public async Task Without_it_an_upload_is_refused_with_what_is_missing_and_nothing_is_stored()
    {
        var order = await world.Given.Order(agreed: order => order with { Consents = [Make.Consent(world.Now)] });

        using var answer = await Begin(order);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["makeFigurine"], await answer.Faults());
        Assert.Empty(await world.Storage.RowKeys(UploadStore.TableName, $"{order.Id}"));
    }

    [Fact]
    public async Task It_may_come_in_the_same_act_and_is_recorded_once()
    {
        var order = await world.Given.Order();

        using var first = await Begin(order, Yes);
        using var second = await Begin(order, Yes);
        using var third = await Begin(order);

        Assert.All([first, second, third], answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        var consent = Assert.Single((await world.Get<OrderStore>().Find(order.Id, default))!.Consents);
        Assert.Equal((Purpose.MakeFigurine, ConsentAnswer.Yes, Channel.Paper, "1"), (consent.Purpose!.Value, consent.Answer!.Value, consent.Channel!.Value, consent.TextVersion));
    }

    [Theory]
    [InlineData("""{"answer":"no","channel":"paper","language":"nl","textVersion":"1"}""", "makeFigurine.answer")]
    [InlineData("""{"answer":"yes","channel":"paper","language":"nl","textVersion":"2"}""", "makeFigurine.textVersion")]
    [InlineData("""{"answer":"yes","channel":"paper","language":"nl"}""", "makeFigurine")]
    [InlineData("yes", "makeFigurine")]
    public async Task What_comes_along_must_be_an_answer_of_yes(string consent, string field)
    {
        var order = await world.Given.Order();

        using var answer = await Begin(order, consent);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal([field], await answer.Faults());
        Assert.Empty((await world.Get<OrderStore>().Find(order.Id, default))!.Consents);
    }

    [Fact]
    public async Task Where_the_upload_is_refused_for_another_reason_the_consent_is_not_recorded_either()
    {
        var order = await world.Given.Order(agreed: order => order with { CancelledOn = world.Today });

        using var answer = await Begin(order, Yes);

        Assert.Equal(["orderId"], await answer.Faults());
        Assert.Empty((await world.Get<OrderStore>().Find(order.Id, default))!.Consents);
    }

    private Task<HttpResponseMessage> Begin(Order order, string? consent = null) => tus.Send(
        HttpMethod.Post, "api/uploads", null, ("Upload-Length", "10"),
        ("Upload-Metadata", TusClient.Metadata(order.Id) + (consent is null ? "" : $",makeFigurine {TusClient.Base64(consent)}")));
}
