using Microsoft.Extensions.Configuration;

namespace WelWee3D.Retention.Running;

public static class RunningSetup
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(60);

    public static IServiceCollection AddRunning(this IServiceCollection services, IConfiguration configuration) => services
        .AddTable(Accounts.Records, OpenRuns.TableName, typeof(OpenRun), typeof(RunItems))
        .AddSingleton(new Waiting(configuration.GetValue("Runs:AnswerWithin", Usual)))
        .AddSingleton<OpenRuns>()
        .AddSingleton<LongWork>()
        .AddSingleton<IRunWork, SweepWork>()
        .AddSingleton<IRunWork, ReplayWork>();
}
