using System.Numerics;

namespace WelWee3D.Formats;

[JsonConverter(typeof(PointConverter))]
public readonly record struct Point(double X, double Y, double Z)
{
    /// <summary>Coordinates have single precision, and are told by the shortest decimals that it takes.</summary>
    internal static Point Of(Vector3 at) => new(Shortest(at.X), Shortest(at.Y), Shortest(at.Z));

    internal Point Times(double factor) => new(Times(X, factor), Times(Y, factor), Times(Z, factor));

    // A product such as 94.60000000000001 says no more than 94.6.
    private static double Times(double value, double factor) => factor == 1 ? value : Math.Round(value * factor, 6);

    private static double Shortest(float value) =>
        double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}

/// <summary>Writes a point as <c>[x, y, z]</c>.</summary>
internal sealed class PointConverter : JsonConverter<Point>
{
    public override Point Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<double[]>(ref reader, options) is [var x, var y, var z]
            ? new Point(x, y, z)
            : throw new JsonException("A point is an array of three numbers.");

    public override void Write(Utf8JsonWriter writer, Point value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.X);
        writer.WriteNumberValue(value.Y);
        writer.WriteNumberValue(value.Z);
        writer.WriteEndArray();
    }
}
