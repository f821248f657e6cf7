namespace WelWee3D.Tests;

public sealed record WorldOptions
{
    /// <summary>The moment at which it begins, for tests that are about a date; null is that of all worlds.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>How far the clock may jump; null for as far as the test moves it, as if somebody had confirmed each date.</summary>
    public ClockLimits? ClockLimits { get; init; }

    /// <summary>The connection string of an emulator of its own; null for an account of the run's.</summary>
    public string? Storage { get; init; }

    /// <summary>Under the local host, which also offers what arrives in storage to its functions.</summary>
    public bool ServesHttp { get; init; }

    /// <summary>Whether the host holds bodies back, as the Functions host does today, or streams them.</summary>
    public bool HoldsBodies { get; init; }

    /// <summary>How long the account of the scans can recover what was deleted; null where that is gone at once, as in the emulator.</summary>
    public TimeSpan? KeepsDeleted { get; init; } = TimeSpan.FromDays(7);

    /// <summary>App settings that differ from those of all worlds.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Services that differ from the app's.</summary>
    public Action<IServiceCollection> Services { get; init; } = _ => { };
}
