using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace WelWee3D.Local;

public sealed record LocalAppOptions
{
    /// <summary>A connection string; awaited only when the host needs it, so that the emulator may still be starting.</summary>
    public required Task<string> Storage { get; init; }

    /// <summary>0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Where the functions are.</summary>
    public Assembly Functions { get; init; } = typeof(Services).Assembly;

    /// <summary>The time at which the clock starts; null is the real one.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>The file in which letters are kept; null keeps them in memory.</summary>
    public string? Mailbox { get; init; }

    /// <summary>Off, timers run only when asked to.</summary>
    public bool RunTimers { get; init; } = true;

    /// <summary>On, a body that has a length reaches its function when it is whole, as under the Functions host; off, as it comes.</summary>
    public bool HoldBodies { get; init; }

    /// <summary>App settings that differ from the local ones.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Services that differ from the app's.</summary>
    public Action<IServiceCollection> Services { get; init; } = _ => { };
}
