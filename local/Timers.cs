using System.Collections.Concurrent;
using Cronos;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WelWee3D.Storage;

namespace WelWee3D.Local;

/// <summary>
/// Runs timers by their schedules, in Amsterdam time, on the movable clock. Moving the clock runs nothing that was
/// skipped: each timer goes on with its next time after the new now.
/// </summary>
internal sealed partial class Timers(
    FunctionCatalog catalog,
    IConfiguration configuration,
    IServiceProvider services,
    MovableClock clock,
    ILogger<Timers> log) : BackgroundService
{
    private static readonly Dictionary<string, string> NoBindingData = [];

    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = [];

    /// <summary>Runs a timer function now, or as soon as its present run is over: never twice at once.</summary>
    public async Task Run(LocalFunction function, CancellationToken cancellation)
    {
        var turn = turns.GetOrAdd(function.Name, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellation);
        try
        {
            var now = clock.GetUtcNow();
            var next = Next(Schedule((TimerTriggerAttribute)function.Trigger), now);
            var info = new TimerInfo
            {
                ScheduleStatus = new ScheduleStatus { Last = now.UtcDateTime, Next = next.UtcDateTime, LastUpdated = now.UtcDateTime },
            };
            await function.Call(services, (_, _) => Task.FromResult<object>(info), NoBindingData, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(catalog.With<TimerTriggerAttribute>().Select(f => Follow(f.Function, f.Trigger, stoppingToken)));

    private async Task Follow(LocalFunction function, TimerTriggerAttribute trigger, CancellationToken stopping)
    {
        var schedule = Schedule(trigger);
        if (trigger.RunOnStartup)
            await RunOrLog(function, stopping);
        while (!stopping.IsCancellationRequested)
        {
            if (await clock.Reach(now => Next(schedule, now), stopping))
                await RunOrLog(function, stopping);
        }
    }

    private async Task RunOrLog(LocalFunction function, CancellationToken stopping)
    {
        try
        {
            await Run(function, stopping);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            // As under the Functions host: one failed run does not end the schedule.
            Failed(failure, function.Name);
        }
    }

    // A schedule may name a day that never comes, such as 30 February.
    private static DateTimeOffset Next(CronExpression schedule, DateTimeOffset now) =>
        schedule.GetNextOccurrence(now, Amsterdam.Zone) ?? DateTimeOffset.MaxValue;

    private CronExpression Schedule(TimerTriggerAttribute trigger)
    {
        var expression = trigger.Schedule;
        if (expression is ['%', .. var setting, '%'])
            expression = configuration[setting] ?? throw new InvalidOperationException($"The setting {setting}, a timer's schedule, is missing.");
        return CronExpression.Parse(expression, CronFormat.IncludeSeconds);
    }

    [LoggerMessage(LogLevel.Error, "The timer {Function} failed.")]
    private partial void Failed(Exception failure, [Operational] string function);
}
