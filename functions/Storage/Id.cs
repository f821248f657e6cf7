using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace WelWee3D.Storage;

/// <summary>
/// An identifier made by the server: a version 7 UUID (RFC 9562) in 32 lower-case hex digits. Ordered by the
/// moment it was made, and unguessable beyond that. A value of this type is always well-formed.
/// </summary>
[JsonConverter(typeof(AsJson))]
public readonly record struct Id : IComparable<Id>
{
    // The calendar ends with the year 9999, and what is near its end still has deadlines; 48 bits of milliseconds go further.
    private static readonly long PastTheCalendar = new DateTimeOffset(9900, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    private readonly Guid value;

    private Id(Guid value) => this.value = value;

    public static Id New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    /// <summary>The same identifier for the same moment and seed, so that a repeated request meets its own record.</summary>
    /// <param name="seed">At least ten bytes that nobody outside can predict, such as a keyed hash.</param>
    public static Id From(DateTimeOffset at, ReadOnlySpan<byte> seed)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(at).TryWriteBytes(bytes, bigEndian: true, out _);
        var version = bytes[6] & 0xF0;
        var variant = bytes[8] & 0xC0;
        seed[..10].CopyTo(bytes[6..]);
        bytes[6] = (byte)(bytes[6] & 0x0F | version);
        bytes[8] = (byte)(bytes[8] & 0x3F | variant);
        return new(new Guid(bytes, bigEndian: true));
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out Id id)
    {
        id = default;
        if (text is not { Length: 32 } || text[12] != '7' || text.AsSpan().ContainsAnyExcept(Hex))
            return false;
        id = new(Guid.ParseExact(text, "N"));
        return id.Milliseconds < PastTheCalendar;
    }

    public static Id Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not an identifier.");

    /// <summary>When the identifier was made, to the millisecond.</summary>
    public DateTimeOffset MadeAt => DateTimeOffset.FromUnixTimeMilliseconds(Milliseconds);

    private long Milliseconds => long.Parse(ToString().AsSpan(0, 12), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public int CompareTo(Id other) => string.CompareOrdinal(ToString(), other.ToString());

    public static bool operator <(Id left, Id right) => left.CompareTo(right) < 0;

    public static bool operator >(Id left, Id right) => left.CompareTo(right) > 0;

    public static bool operator <=(Id left, Id right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Id left, Id right) => left.CompareTo(right) >= 0;

    public override string ToString() => value.ToString("N");

    private sealed class AsJson : JsonConverter<Id>
    {
        public override Id Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var id) ? id : throw new JsonException("Not an identifier.");

        public override void Write(Utf8JsonWriter writer, Id id, JsonSerializerOptions options) =>
            writer.WriteStringValue(id.ToString());
    }
}
