using Microsoft.Extensions.Configuration;
using WelWee3D.Retention;

namespace WelWee3D.Visits;

public static class VisitsSetup
{
    public static IServiceCollection AddVisits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<VisitsOptions>()
            .Bind(configuration.GetSection("Visits"))
            .Validate(visits => visits.PerMinute > 0, "Visits:PerMinute must be at least 1.")
            .Validate(visits => visits.Pages.All(page => page is ['/', ..]), "Visits:Pages must be paths, such as /tarieven.")
            .ValidateOnStart();
        return services
            .AddTable(Accounts.Records, VisitCounts.TableName, typeof(VisitCount))
            .AddTable(Accounts.Records, VisitMonths.TableName, typeof(VisitMonth))
            .AddKind<VisitMonths>()
            .AddSingleton<VisitCounts>()
            .AddSingleton<VisitLimit>();
    }
}
