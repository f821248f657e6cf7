using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WelWee3D.Audit;
using WelWee3D.Contact;
using WelWee3D.Description;
using WelWee3D.Disks;
using WelWee3D.Exports;
using WelWee3D.Http;
using WelWee3D.Imports;
using WelWee3D.Mail;
using WelWee3D.Notices;
using WelWee3D.Orders;
using WelWee3D.Orders.ByLink;
using WelWee3D.Pages;
using WelWee3D.People;
using WelWee3D.PrivacyRequests;
using WelWee3D.Quotes;
using WelWee3D.Recipients;
using WelWee3D.Register;
using WelWee3D.Retention;
using WelWee3D.Retention.Published;
using WelWee3D.Retention.Reconciling;
using WelWee3D.Retention.Running;
using WelWee3D.Retention.Shown;
using WelWee3D.Scans;
using WelWee3D.Scans.Printing;
using WelWee3D.Staff;
using WelWee3D.Statement;
using WelWee3D.Telemetry;
using WelWee3D.Uploads;
using WelWee3D.Visits;

namespace WelWee3D;

public static class Services
{
    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "The composition root chooses the clock, here and nowhere else.")]
    public static IServiceCollection AddWelWee3D(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddRedactedLogs()
            .AddTelemetry(configuration)
            .AddStorage()
            .AddPeople()
            .AddStaff(configuration)
            .AddSingleton<FrontDoor>()
            .AddMail(configuration)
            .AddAudit()
            .AddContact(configuration)
            .AddVisits(configuration)
            .AddOrders()
            .AddConsentByLink()
            .AddDisks()
            .AddRecipients()
            .AddNotices()
            .AddQuotes(configuration)
            .AddScans()
            .AddPrinting(configuration)
            .AddUploads()
            .AddRetention(configuration)
            .AddReconciling()
            .AddRunning(configuration)
            .AddShown()
            .AddPublished()
            .AddExports(configuration)
            .AddImports()
            .AddPrivacyRequests()
            .AddStatement()
            .AddRegister()
            .AddDescription()
            .AddPages();
    }

    private static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton<StorageAccounts>()
        .AddSingleton<DataInventory>();
}
