namespace WelWee3D.Formats;

/// <summary>How the unit of a file is known.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnitSource>))]
public enum UnitSource
{
    /// <summary>The file names it.</summary>
    [JsonStringEnumMemberName("file")] File,

    /// <summary>The format has one.</summary>
    [JsonStringEnumMemberName("format")] Format,

    /// <summary>Neither does: it is taken for millimetres.</summary>
    [JsonStringEnumMemberName("assumed")] Assumed,
}

/// <summary>A unit that files are in.</summary>
public sealed record LengthUnit(string Symbol, string Name, double Millimetres)
{
    public static readonly LengthUnit Millimetre = new("mm", "millimetres", 1);
    public static readonly LengthUnit Metre = new("m", "metres", 1000);

    /// <summary>Those that scans come in; also where a file names none.</summary>
    public static readonly IReadOnlyList<LengthUnit> Usual =
        [Millimetre, new("cm", "centimetres", 10), Metre, new("inch", "inches", 25.4)];

    private static readonly LengthUnit[] All = [.. Usual, new("micron", "microns", 0.001), new("foot", "feet", 304.8)];

    public static LengthUnit Of(string symbol) => All.Single(unit => unit.Symbol == symbol);
}
