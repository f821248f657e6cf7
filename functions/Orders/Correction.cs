using WelWee3D.Storage;

namespace WelWee3D.Orders;

/// <summary>Who asks for a change, when, and why.</summary>
public sealed record Act(DateTimeOffset At, string By, string? Reason = null)
{
    public DateOnly Today => Amsterdam.DateOf(At);
}

/// <summary>A date that was set right.</summary>
/// <param name="Former">What it was before; null when there was none.</param>
/// <param name="By">The object id of who did it.</param>
public sealed record Correction(string Field, DateOnly? Former, DateTimeOffset At, string By, string? Reason)
{
    // They are one property of a row, which holds 32 Ki characters.
    public const int Most = 30;

    public static Correction Of(string field, DateOnly? former, Act act) => new(field, former, act.At, act.By, act.Reason);
}
