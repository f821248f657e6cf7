namespace WelWee3D.Retention;

/// <summary>How many days the clock may be from the last sweep, either way, before somebody has to confirm its date.</summary>
public sealed record ClockLimits(int Ahead, int Back)
{
    public static readonly ClockLimits Usual = new(Ahead: 40, Back: 0);

    public bool Allow(DateOnly last, DateOnly today) =>
        today.DayNumber - last.DayNumber is var days && days <= Ahead && -days <= Back;
}
