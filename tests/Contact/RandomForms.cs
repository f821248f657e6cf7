using System.Net.Http.Headers;

namespace WelWee3D.Tests.Contact;

/// <summary>Requests as nobody would send them: each field present, absent or mangled, in every kind of body.</summary>
internal sealed class RandomForms(int seed)
{
    private static readonly string[] Names = ["name", "email", "phone", "message", "locale", "website", "altcha", "next", "", "\0", "naam é"];

    private static readonly string[] Pieces =
    [
        "Jet", "jet@voorbeeld.nl", "0612345678", "nl", "\0", "\r\n", "\u2028", "👶", "\ufffe", "\ud800", "<b>", "' or 1 eq 1", "%00", "%", "&", "=",
        "https://site.example/bedankt", "\u202e", "a\u0301", new string('x', 5001),
    ];

    private static readonly string[] Types =
        ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=grens", "text/plain", "application/json; charset=utf-16"];

    private readonly Random random = new(seed);

    public (HttpContent Content, string? Key) Next()
    {
        var type = random.Next(3) == 0 ? Types[random.Next(Types.Length)] : Types[random.Next(3)];
        var bytes = Encoding.UTF8.GetBytes(Body(type));
        for (var hits = random.Next(4) == 0 ? random.Next(1, 6) : 0; hits > 0; hits--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return (content, random.Next(3) == 0 ? $"{seed}-{random.Next(5)}" : null);
    }

    private string Body(string type)
    {
        var fields = Fields();
        return type switch
        {
            _ when type.Contains("json", StringComparison.Ordinal) => $"{{{string.Join(',', fields.Select(Member))}}}",
            _ when type.Contains("urlencoded", StringComparison.Ordinal) =>
                string.Join('&', fields.Select(field => $"{Escaped(field.Name)}={Escaped(field.Value)}")) + "&",
            _ => string.Concat(fields.Select(Part)) + "--grens--\r\n",
        };
    }

    private List<(string Name, string Value)> Fields()
    {
        var good = random.Next(2) == 0;
        List<(string, string)> fields = good ? [("name", "Jet"), ("email", "jet@voorbeeld.nl"), ("message", Value())] : [];
        for (var count = random.Next(good ? 3 : 8); count > 0; count--)
            fields.Add((Names[random.Next(Names.Length)], Value()));
        return fields;
    }

    private string Value() => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private string Member((string Name, string Value) field) =>
        $"{JsonSerializer.Serialize(field.Name)}:{(random.Next(10) == 0 ? "[1]" : JsonSerializer.Serialize(field.Value))}";

    private static string Part((string Name, string Value) field) =>
        $"--grens\r\nContent-Disposition: form-data; name=\"{field.Name}\"\r\n\r\n{field.Value}\r\n";

    private string Escaped(string text) => random.Next(5) == 0 ? text : Uri.EscapeDataString(text.Replace("\ud800", "", StringComparison.Ordinal));
}
