using System.Text.Json.Serialization;

namespace WelWee3D.Tests.Http;

public class JsonBodyTests
{
    private const int Limit = 500;

    private enum Language
    {
        [JsonStringEnumMemberName("nl")]
        Dutch,
        [JsonStringEnumMemberName("en")]
        English,
    }

    private sealed record Address(string City, string? Line2 = null);

    private sealed record Note
    {
        public required string Name { get; init; }

        public required DateOnly On { get; init; }

        public Language Language { get; init; }

        public int? Count { get; init; }

        public bool Kept { get; init; }

        public Address? Address { get; init; }

        public IReadOnlyList<string> Tags { get; init; } = [];
    }

    [Fact]
    public async Task A_good_body_becomes_its_value()
    {
        var read = await Read("""
            {"name": "Fenna 🤰", "on": "2026-02-28", "language": "en", "count": 3, "kept": true,
             "address": {"city": "Utrecht", "line2": null}, "tags": ["a", "b"]}
            """);

        Assert.Null(read.Refusal);
        Assert.Equal("Fenna 🤰", read.Value.Name);
        Assert.Equal(new DateOnly(2026, 2, 28), read.Value.On);
        Assert.Equal(Language.English, read.Value.Language);
        Assert.Equal(new Address("Utrecht"), read.Value.Address);
        Assert.Equal(["a", "b"], read.Value.Tags);
    }

    [Theory]
    [InlineData("", "body")]
    [InlineData(" ", "body")]
    [InlineData("null", "body")]
    [InlineData("[]", "body")]
    [InlineData("\"text\"", "body")]
    [InlineData("{", "body")]
    [InlineData("{} {}", "body")]
    [InlineData("{'name': 1}", "body")]
    [InlineData("name=Fenna", "body")]
    [InlineData("""{"name": 5, "on": "2026-01-01"}""", "name")]
    [InlineData("""{"name": {}, "on": "2026-01-01"}""", "name")]
    [InlineData("""{"name": "x", "on": 20260101}""", "on")]
    [InlineData("""{"name": "x", "on": "2026-01-01", "count": "3"}""", "count")]
    [InlineData("""{"name": "x", "on": "2026-01-01", "count": 3.5}""", "count")]
    [InlineData("""{"name": "x", "on": "2026-01-01", "count": 3000000000}""", "count")]
    [InlineData("""{"name": "x", "on": "2026-01-01", "kept": "true"}""", "kept")]
    [InlineData("""{"name": "x", "on": "2026-01-01", "language": 1}""", "language")]
    [InlineData("""{"name": "x", "on": "2026-01-01", "address": "Utrecht"}""", "address")]
    [InlineData("""{"name": "x", "on": "2026-01-01", "address": {"city": 1}}""", "address.city")]
    [InlineData("""{"name": "x", "on": "2026-01-01", "tags": "a"}""", "tags")]
    [InlineData("""{"name": "x", "on": "2026-01-01", "tags": ["a", 2]}""", "tags[1]")]
    [InlineData("""{"name": "x", "on": "2026-01-01", "tags": [null]}""", "tags[0]")]
    public async Task What_is_not_json_or_of_the_wrong_type_is_unreadable(string body, string field)
    {
        var answer = await Refused(await Read(body));

        Assert.Equal(400, answer.Status);
        Assert.Equal([field], answer.Fields);
    }

    [Theory]
    [InlineData("{}", "name", "on")]
    [InlineData("""{"name": null, "on": "2026-01-01"}""", "name")]
    [InlineData("""{"name": "x", "on": null}""", "on")]
    [InlineData("""{"name": "x", "on": "2026-01-01", "kept": null}""", "kept")]
    [InlineData("""{"name": "x", "on": "2026-01-01", "tags": null}""", "tags")]
    [InlineData("""{"name": "x", "on": "2026-02-29"}""", "on")]
    [InlineData("""{"name": "x", "on": "1-2-2026"}""", "on")]
    [InlineData("""{"name": "x", "on": "2026-01-01", "language": "de"}""", "language")]
    [InlineData("""{"name": "x", "on": "2026-01-01", "adress": {}}""", "adress")]
    [InlineData("""{"Name": "x", "name": "x", "on": "2026-01-01"}""", "Name")]
    [InlineData("""{"name": "x", "name": "y", "on": "2026-01-01"}""", "name")]
    [InlineData("""{"name": "x", "on": "2026-01-01", "address": {}}""", "address.city")]
    [InlineData("""{"name": "x", "on": "2026-01-01", "address": {"city": null}}""", "address.city")]
    [InlineData("""{"name": "x", "on": "2026-01-01", "address": {"city": "x", "zip": "1"}}""", "address.zip")]
    [InlineData("""{"name": "a\u0000b", "on": "2026-01-01"}""", "name")]
    [InlineData("""{"name": "\ud83e", "on": "2026-01-01"}""", "name")]
    [InlineData("""{"name": "x", "on": "2026-01-01", "tags": ["\udc00"]}""", "tags[0]")]
    [InlineData("""{"name": "x", "on": "2026-01-01", "\ud800": 1}""", "body")]
    [InlineData("""{"name": "x", "on": "2026-01-01", "language": "\ud800"}""", "language")]
    public async Task What_can_be_read_but_does_not_fit_names_each_field(string body, params string[] fields)
    {
        var answer = await Refused(await Read(body));

        Assert.Equal(422, answer.Status);
        Assert.Equal(fields, answer.Fields);
    }

    [Fact]
    public async Task What_is_given_thousands_of_times_is_told_once()
    {
        var body = $$"""{{{string.Concat(Enumerable.Repeat("\"name\": \"a\", \"\\ud800\": 1, \"tags\": [1, \"b\"], ", 2_000))}}"on": 1}""";

        var answer = await Refused(await Body.Json<Note>(Request(Encoding.UTF8.GetBytes(body)), body.Length, default));

        Assert.Equal(
            """{"tags[0]":["Must be text."],"on":["Must be a date, such as 2026-11-22."],"body":["Has a member whose name is not text."],"name":["Must be given once."],"tags":["Must be given once."]}""",
            answer.Json.GetProperty("errors").GetRawText());
    }

    [Fact]
    public async Task What_is_wrong_among_thousands_of_members_that_are_left_alone_is_told_with_each_field_once()
    {
        var body = $$"""
            {{{string.Concat(Enumerable.Repeat("\"name\": \"a\", ", 2_800))}}{{string.Concat(Enumerable.Range(0, 3_600).Select(number => $"\"x{number}\": {{\"y\": 1}}, "))}}"email": 1}
            """;

        var read = await Body.Json<ContactForm>(Request(Encoding.UTF8.GetBytes(body)), form => form.Problems([]), body.Length, default);
        var answer = await Answer.Of(Assert.IsAssignableFrom<IResult>(read.Refusal));

        Assert.Equal(
            """{"email":["Must be text."],"name":["Must be given once."],"message":["Is required."]}""", answer.Json.GetProperty("errors").GetRawText());
    }

    [Fact]
    public async Task A_wrong_word_is_told_which_words_are_right()
    {
        var answer = await Refused(await Read("""{"name": "x", "on": "2026-01-01", "language": "de"}"""));

        Assert.Contains("Must be one of: nl, en.", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_is_skipped()
    {
        var read = await Body.Json<Note>(Request([0xEF, 0xBB, 0xBF, .. """{"name": "x", "on": "2026-01-01"}"""u8]), Limit, default);

        Assert.Equal("x", read.Value.Name);
    }

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF })]
    [InlineData(new byte[] { (byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}' })]
    [InlineData(new byte[] { (byte)'"', 0xED, 0xA0, 0x80, (byte)'"' })]
    [InlineData(new byte[] { 0xC3 })]
    public async Task Bytes_that_are_not_utf8_are_unreadable(byte[] body)
    {
        var answer = await Refused(await Body.Json<Note>(Request(body), Limit, default));

        Assert.Equal(400, answer.Status);
        Assert.Equal(["body"], answer.Fields);
    }

    [Theory]
    [InlineData(16, 422)]
    [InlineData(17, 400)]
    [InlineData(200, 400)]
    public async Task Nesting_has_a_bound(int depth, int status)
    {
        var nested = string.Concat(Enumerable.Repeat("[", depth - 1)) + string.Concat(Enumerable.Repeat("]", depth - 1));

        var answer = await Refused(await Read($$"""{"name": "x", "on": "2026-01-01", "deep": {{nested}}}"""));

        Assert.Equal(status, answer.Status);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=UTF-8")]
    [InlineData("application/json;charset=\"utf-8\"")]
    public async Task Json_in_utf8_is_accepted(string contentType)
    {
        var read = await Read("""{"name": "x", "on": "2026-01-01"}""", contentType);

        Assert.Null(read.Refusal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("json")]
    [InlineData("text/plain")]
    [InlineData("application/jsonp")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Any_other_content_type_is_refused(string? contentType)
    {
        var answer = await Refused(await Read("""{"name": "x", "on": "2026-01-01"}""", contentType));

        Assert.Equal(415, answer.Status);
        Assert.Equal(["contentType"], answer.Fields);
    }

    [Theory]
    [InlineData(Limit - 1, true, null)]
    [InlineData(Limit, true, null)]
    [InlineData(Limit + 1, true, 413)]
    [InlineData(Limit, false, null)]
    [InlineData(Limit + 1, false, 413)]
    [InlineData(Limit * 100, false, 413)]
    public async Task The_limit_holds_whether_or_not_the_length_is_announced(int length, bool announced, int? status)
    {
        var request = Request(Encoding.UTF8.GetBytes("""{"name": "x", "on": "2026-01-01"}""".PadRight(length)));
        request.ContentLength = announced ? length : null;

        var read = await Body.Json<Note>(request, Limit, default);

        Assert.Equal(status, read.Refusal is null ? null : (await Refused(read)).Status);
    }

    [Fact]
    public async Task The_value_of_a_refused_body_cannot_be_used_by_mistake()
    {
        var read = await Read("");

        Assert.Throws<InvalidOperationException>(() => read.Value);
    }

    private static Task<Read<Note>> Read(string body, string? contentType = "application/json") =>
        Body.Json<Note>(Request(Encoding.UTF8.GetBytes(body), contentType), Limit, default);

    private static Task<Answer> Refused(Read<Note> read) => Answer.Of(Assert.IsAssignableFrom<IResult>(read.Refusal));

    private static HttpRequest Request(byte[] body, string? contentType = "application/json")
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(body);
        request.ContentType = contentType;
        return request;
    }
}
