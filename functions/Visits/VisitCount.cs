namespace WelWee3D.Visits;

/// <summary>How often a page was seen on a day, and for how long: totals, of nobody.</summary>
/// <param name="Seconds">For how long it was visible, all together.</param>
/// <param name="Under10">How many saw it for less than ten seconds; and so on.</param>
public sealed record VisitCount(
    [Operational] DateOnly Day,
    [Operational] string Page,
    [Operational] int Views = 0,
    [Operational] long Seconds = 0,
    [Operational] int Under10 = 0,
    [Operational] int Under30 = 0,
    [Operational] int Under60 = 0,
    [Operational] int Under180 = 0,
    [Operational] int Longer = 0)
{
    public VisitCount Plus(VisitCount other) => this with
    {
        Views = Views + other.Views,
        Seconds = Seconds + other.Seconds,
        Under10 = Under10 + other.Under10,
        Under30 = Under30 + other.Under30,
        Under60 = Under60 + other.Under60,
        Under180 = Under180 + other.Under180,
        Longer = Longer + other.Longer,
    };

    /// <param name="seconds">For how long it was visible.</param>
    public VisitCount Plus(int seconds)
    {
        var counted = this with { Views = Views + 1, Seconds = Seconds + seconds };
        return seconds switch
        {
            < 10 => counted with { Under10 = Under10 + 1 },
            < 30 => counted with { Under30 = Under30 + 1 },
            < 60 => counted with { Under60 = Under60 + 1 },
            < 180 => counted with { Under180 = Under180 + 1 },
            _ => counted with { Longer = Longer + 1 },
        };
    }
}
