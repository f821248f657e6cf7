namespace WelWee3D.Retention;

/// <summary>
/// A length of time in calendar units. Years and months keep the day of the month, or end on the month's last day:
/// 31 December and two months is 28 February; 29 February and five years is 28 February.
/// </summary>
[JsonConverter(typeof(AsJson))]
public readonly record struct Term(int Years, int Months, int Days)
{
    public static readonly Term None;

    public static Term OfYears(int years) => new(years, 0, 0);

    public static Term OfMonths(int months) => new(0, months, 0);

    public static Term OfDays(int days) => new(0, 0, days);

    public DateOnly After(DateOnly start) => start.AddYears(Years).AddMonths(Months).AddDays(Days);

    /// <summary>An ISO 8601 duration, such as P5Y, P2M or P7D.</summary>
    public override string ToString() => this switch
    {
        (0, 0, var days) => $"P{days}D",
        (0, var months, 0) => $"P{months}M",
        (var years, 0, 0) => $"P{years}Y",
        _ => $"P{Years}Y{Months}M{Days}D",
    };

    public static Term Parse(string iso)
    {
        var (years, months, days) = (0, 0, 0);
        for (var at = 1; at < iso.Length;)
        {
            var end = iso.AsSpan(at).IndexOfAny("YMD");
            if (iso[0] != 'P' || end < 1 || !int.TryParse(iso.AsSpan(at, end), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                throw new FormatException($"'{iso}' is not a term.");
            at += end + 1;
            switch (iso[at - 1])
            {
                case 'Y': years = count; break;
                case 'M': months = count; break;
                default: days = count; break;
            }
        }
        return new(years, months, days);
    }

    private sealed class AsJson : JsonConverter<Term>
    {
        public override Term Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            try
            {
                return Parse(reader.GetString() ?? "");
            }
            catch (FormatException fault)
            {
                throw new JsonException(fault.Message, fault);
            }
        }

        public override void Write(Utf8JsonWriter writer, Term term, JsonSerializerOptions options) =>
            writer.WriteStringValue(term.ToString());
    }
}
