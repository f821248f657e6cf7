namespace WelWee3D.Mail;

/// <summary>
/// A letter that is to be sent, as a reference: its text and its address are looked up when it is sent, so that
/// nothing personal waits here and nothing outlives its record.
/// </summary>
/// <param name="Reference">What its renderer finds the record by: an id, or ids parted by a bar. Never personal data.</param>
public sealed record Letter([Operational] string Kind, [Pseudonymous] string Reference)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(60);

    /// <summary>How long an undeliverable letter is tried.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromHours(24);

    /// <summary>The record is written last, so that its letter may be seen first. After this long there will be none.</summary>
    public static readonly TimeSpan DroppedAfter = TimeSpan.FromMinutes(10);

    /// <param name="number">Which of its kind, where there may be several about one record.</param>
    public static Letter Of(string kind, Id record, int number = 0) =>
        new(kind, number == 0 ? $"{record}" : string.Create(CultureInfo.InvariantCulture, $"{record}|{number}"));

    /// <summary>What the reference of such a letter tells.</summary>
    public static (Id Record, int Number) Parse(string reference) => reference.Split('|') is [var record, var number]
        ? (Id.Parse(record), int.Parse(number, CultureInfo.InvariantCulture))
        : (Id.Parse(reference), 0);

    /// <summary>1, 2, 4, 8 and so on minutes, an hour at most.</summary>
    /// <param name="failures">How many times sending has failed so far, this time counted.</param>
    public static TimeSpan PauseAfter(int failures) =>
        failures > 6 ? LongestPause : TimeSpan.FromMinutes(1 << (failures - 1));
}
