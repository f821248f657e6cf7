namespace WelWee3D.Tests.Http;

public class FormBodyTests
{
    private const int Limit = 2000;
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data; boundary=grens";

    private static readonly string[] Fields = ["name", "message"];

    [Theory]
    [InlineData("name=Fenna+de+Wit&message=caf%C3%A9", "Fenna de Wit", "café")]
    [InlineData("name=&message=%F0%9F%A4%B0", "", "🤰")]
    [InlineData("name=a%26b&message=1%2B1%3D2", "a&b", "1+1=2")]
    [InlineData("&&name=100%&&message=%zz%4&", "100%", "%zz%4")]
    [InlineData("%6Eame=a&message", "a", "")]
    public async Task An_urlencoded_form_becomes_its_fields(string body, string name, string message)
    {
        var read = await Read(body, UrlEncoded);

        Assert.Null(read.Refusal);
        Assert.Equal(name, read.Value["name"]);
        Assert.Equal(message, read.Value["message"]);
    }

    [Fact]
    public async Task A_multipart_form_becomes_its_fields()
    {
        var read = await Read(Parts(("name", "Fenna"), ("message", "regel één\r\nregel twee")), Multipart);

        Assert.Null(read.Refusal);
        Assert.Equal(["message", "name"], read.Value.Keys.Order());
        Assert.Equal("regel één\r\nregel twee", read.Value["message"]);
    }

    [Fact]
    public async Task An_empty_form_has_no_fields() => Assert.Empty((await Read("", UrlEncoded)).Value);

    [Theory]
    [InlineData("name=a&name=b", "name")]
    [InlineData("name=a&Name=b", "name", "Name")]
    [InlineData("name=a%00b", "name")]
    public async Task A_field_that_does_not_fit_is_named(string body, params string[] names)
    {
        var answer = await Refused(await Read(body, UrlEncoded));

        Assert.Equal(422, answer.Status);
        Assert.Contains(Assert.Single(answer.Fields), names);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("a", "a")]
    [InlineData("a\0b")]
    public async Task A_part_that_does_not_fit_is_named(params string[] values)
    {
        var answer = await Refused(await Read(Parts([.. values.Select(value => ("name", value))]), Multipart));

        Assert.Equal(422, answer.Status);
        Assert.Equal(["name"], answer.Fields);
    }

    [Fact]
    public async Task A_file_is_refused_by_the_name_of_its_field()
    {
        var answer = await Refused(await Read(Part("name\"; filename=\"buik.stl", "solid", "model/stl") + "--grens--\r\n", Multipart));

        Assert.Equal(422, answer.Status);
        Assert.Equal(["name"], answer.Fields);
    }

    [Theory]
    [InlineData("multipart/form-data", "--grens--\r\n")]
    [InlineData("multipart/form-data; boundary=", "--grens--\r\n")]
    [InlineData(Multipart, "")]
    [InlineData(Multipart, "no parts at all")]
    [InlineData(Multipart, "--grens\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nFen")]
    [InlineData(Multipart, "--grens\r\nnot a header\r\n\r\nFenna\r\n--grens--\r\n")]
    public async Task A_form_that_is_put_together_wrongly_is_unreadable(string contentType, string body)
    {
        var answer = await Refused(await Read(body, contentType));

        Assert.Equal(400, answer.Status);
        Assert.Equal(["body"], answer.Fields);
    }

    [Theory]
    [InlineData("name=a&knop=x&knop=y&bestand=%E9&&knop=%00")]
    [InlineData("name=a&%E9=x&%E9=y")]
    public async Task Fields_that_are_not_asked_for_are_left_alone_however_often_they_come(string body) =>
        Assert.Equal(["name"], (await Read(body, UrlEncoded)).Value.Keys);

    [Fact]
    public async Task Parts_that_are_not_asked_for_are_left_alone_whatever_they_are()
    {
        var body = Part("scan\"; filename=\"buik.stl", "solid", "model/stl") + Part("knop", "x", "text/plain; charset=utf-7") + Part("knop", "y")
            + Parts(("name", "a"));

        Assert.Equal(["name"], (await Read(body, Multipart)).Value.Keys);
    }

    [Theory]
    [InlineData(Limit, null)]
    [InlineData(Limit + 1, 413)]
    public async Task The_length_of_a_form_has_a_bound(int length, int? status)
    {
        var read = await Read("name=".PadRight(length, 'x'), UrlEncoded);

        Assert.Equal(status, read.Refusal is null ? null : (await Refused(read)).Status);
    }

    [Theory]
    [InlineData("name=%E9")]
    [InlineData("message=a&name=caf%C3")]
    [InlineData("name=%ED%A0%80")]
    public async Task An_escape_that_is_not_utf8_is_named(string body)
    {
        var answer = await Refused(await Read(body, UrlEncoded));

        Assert.Equal(400, answer.Status);
        Assert.Equal(["name"], answer.Fields);
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_named()
    {
        var answer = await Refused(await Body.Form(Request([.. "name="u8, 0xE9], UrlEncoded), Fields, Limit, default));

        Assert.Equal(400, answer.Status);
        Assert.Equal(["name"], answer.Fields);
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    [InlineData("nonsense")]
    public async Task A_part_in_another_character_set_is_named(string charset)
    {
        var answer = await Refused(await Read(Part("name", "Fenna", $"text/plain; charset={charset}") + "--grens--\r\n", Multipart));

        Assert.Equal(400, answer.Status);
        Assert.Equal(["name"], answer.Fields);
    }

    [Fact]
    public async Task A_part_may_say_that_it_is_in_utf8() =>
        Assert.Equal("é", (await Read(Part("name", "é", "text/plain; charset=\"UTF-8\"") + "--grens--\r\n", Multipart)).Value["name"]);

    [Theory]
    [InlineData("application/json", BodyKind.Json)]
    [InlineData("application/json; charset=utf-8", BodyKind.Json)]
    [InlineData(UrlEncoded, BodyKind.Form)]
    [InlineData(UrlEncoded + "; charset=UTF-8", BodyKind.Form)]
    [InlineData(Multipart, BodyKind.Form)]
    [InlineData(UrlEncoded + "; charset=iso-8859-1", BodyKind.Other)]
    [InlineData("text/plain", BodyKind.Other)]
    [InlineData("", BodyKind.Other)]
    [InlineData(null, BodyKind.Other)]
    public void The_content_type_tells_the_kind(string? contentType, BodyKind kind) =>
        Assert.Equal(kind, Body.Kind(Request([], contentType)));

    [Fact]
    public async Task Anything_but_a_form_is_refused() =>
        Assert.Equal(415, (await Refused(await Read("{}", "application/json"))).Status);

    private static string Parts(params (string Name, string Value)[] fields) =>
        string.Concat(fields.Select(field => Part(field.Name, field.Value))) + "--grens--\r\n";

    private static string Part(string name, string value, string? type = null) =>
        $"--grens\r\nContent-Disposition: form-data; name=\"{name}\"\r\n{(type is null ? "" : $"Content-Type: {type}\r\n")}\r\n{value}\r\n";

    private static Task<Read<IReadOnlyDictionary<string, string>>> Read(string body, string contentType) =>
        Body.Form(Request(Encoding.UTF8.GetBytes(body), contentType), Fields, Limit, default);

    private static Task<Answer> Refused(Read<IReadOnlyDictionary<string, string>> read) =>
        Answer.Of(Assert.IsAssignableFrom<IResult>(read.Refusal));

    private static HttpRequest Request(byte[] body, string? contentType)
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(body);
        request.ContentType = contentType;
        return request;
    }
}
