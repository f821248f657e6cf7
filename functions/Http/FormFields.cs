using System.Text.Unicode;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace WelWee3D.Http;

/// <summary>
/// Takes a form apart into the fields that are asked for, and leaves all others alone. What the framework does with a form
/// is too kind here: it keeps an escape that is not UTF-8 as text, and reads a part in any character set that it names.
/// </summary>
internal sealed class FormFields(IEnumerable<string> known)
{
    private const string NotUtf8 = "Is not valid UTF-8.";

    private readonly HashSet<string> known = new(known, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>Fields that are not in UTF-8.</summary>
    public Problems Unreadable { get; } = [];

    /// <summary>Fields that come twice, or are no text.</summary>
    public Problems Problems { get; } = [];

    public void ReadUrlEncoded(ReadOnlySpan<byte> body)
    {
        foreach (var pair in body.Split((byte)'&'))
        {
            var bytes = body[pair];
            var equals = bytes.IndexOf((byte)'=');
            var name = equals < 0 ? bytes : bytes[..equals];
            var value = equals < 0 ? [] : bytes[(equals + 1)..];
            Take(Encoding.UTF8.GetString(Unescaped(name)), Unescaped(value));
        }
    }

    /// <exception cref="IOException">The parts are not put together as they should be; so does <see cref="InvalidDataException"/> say.</exception>
    public async Task ReadMultipart(byte[] body, string boundary, CancellationToken cancellation)
    {
        var parts = new MultipartReader(boundary, new MemoryStream(body));
        while (await parts.ReadNextSectionAsync(cancellation) is { } part)
        {
            using var content = new MemoryStream();
            await part.Body.CopyToAsync(content, cancellation);
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
                continue;

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (known.Contains(name) && (disposition.FileName.HasValue || disposition.FileNameStar.HasValue))
                Problems.Add(name, "Must not be a file.");
            else if (known.Contains(name) && !IsUtf8(part.ContentType))
                Unreadable.Add(name, "Must be in UTF-8.");
            else
                Take(name, content.ToArray());
        }
    }

    /// <summary>Whether a content type names no other character set.</summary>
    public static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue
        || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static bool IsUtf8(string? contentType) =>
        contentType is null || (MediaTypeHeaderValue.TryParse(contentType, out var type) && IsUtf8(type));

    private void Take(string name, byte[] bytes)
    {
        if (!known.Contains(name))
            return;
        if (!Utf8.IsValid(bytes))
            Unreadable.Add(name, NotUtf8);
        else if (bytes.Contains((byte)0))
            Problems.Add(name, JsonShape.NotText);
        else if (!values.TryAdd(name, Encoding.UTF8.GetString(bytes)))
            Problems.Add(name, "Must be given once.");
    }

    /// <summary>As browsers read it: a plus is a space, and a percent sign without two hexadecimal digits is itself.</summary>
    private static byte[] Unescaped(ReadOnlySpan<byte> escaped)
    {
        var bytes = new List<byte>(escaped.Length);
        for (var at = 0; at < escaped.Length; at++)
        {
            if (escaped[at] == '%' && at + 2 < escaped.Length && char.IsAsciiHexDigit((char)escaped[at + 1]) && char.IsAsciiHexDigit((char)escaped[at + 2]))
            {
                bytes.Add(Convert.FromHexString(Encoding.ASCII.GetString(escaped.Slice(at + 1, 2)))[0]);
                at += 2;
            }
            else
            {
                bytes.Add(escaped[at] == '+' ? (byte)' ' : escaped[at]);
            }
        }

        return [.. bytes];
    }
}
