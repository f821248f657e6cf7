using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace WelWee3D.Storage;

/// <summary>
/// What people call a record by, aloud: eight signs in two groups, such as K7RM-2P4X, of which none looks like another. It
/// follows from the id, which it does not give away. Two records may have the same one, though hardly ever.
/// </summary>
[JsonConverter(typeof(AsJson))]
public readonly record struct Reference
{
    // Without 0 and O, 1, I and L, U and V.
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTWXYZ";
    private const int Length = 8;

    private readonly string signs;

    private Reference(string signs) => this.signs = signs;

    public static Reference Of(Id id)
    {
        var number = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes($"{id}")));
        Span<char> signs = stackalloc char[Length];
        foreach (ref var sign in signs)
        {
            sign = Signs[(int)(number % (uint)Signs.Length)];
            number /= (uint)Signs.Length;
        }
        return new(new string(signs));
    }

    /// <summary>As people write it down: in small letters too, with or without what stands between the groups.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Reference reference)
    {
        var signs = string.Concat((text ?? "").Where(sign => sign is not ('-' or ' '))).ToUpperInvariant();
        reference = new(signs);
        return signs.Length == Length && signs.All(Signs.Contains);
    }

    public override string ToString() => $"{signs[..(Length / 2)]}-{signs[(Length / 2)..]}";

    private sealed class AsJson : JsonConverter<Reference>
    {
        public override Reference Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var reference) ? reference : throw new JsonException("Not a reference.");

        public override void Write(Utf8JsonWriter writer, Reference reference, JsonSerializerOptions options) =>
            writer.WriteStringValue($"{reference}");
    }
}
