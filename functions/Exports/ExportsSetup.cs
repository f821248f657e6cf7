using Microsoft.Extensions.Configuration;
using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Retention.Running;

namespace WelWee3D.Exports;

public static class ExportsSetup
{
    public static IServiceCollection AddExports(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RecipientOptions>()
            .Bind(configuration.GetSection("Recipients"))
            .Validate(each => IsName(each.Hosting) && IsName(each.Mail), $"Recipients:Hosting and Recipients:Mail must be names of at most {RecipientOptions.Longest} characters.")
            .Validate(
                each => new[] { each.MailHost, each.Website, each.Analytics, each.Printer, each.Carrier }.All(IsNameOrNone),
                $"Recipients:MailHost, Website, Analytics, Printer and Carrier must be names of at most {RecipientOptions.Longest} characters, or be empty.")
            .ValidateOnStart();
        return services
            .AddContainer(
                Accounts.Records, PackageBlobs.ContainerName, Enum.GetValues<DataCategory>(), typeof(ExportPackage))
            .AddSingleton<NamedRecipients>()
            .AddSingleton<Controller>()
            .AddSingleton<PackageBlobs>()
            .AddKind<ExportPackages>()
            .AddSingleton<PackageMaking>()
            .AddSingleton<IRunWork>(provider => provider.GetRequiredService<PackageMaking>())
            .AddSingleton<PackageWriter>()
            .AddSingleton<PracticeWriter>()
            .AddSingleton<ExportLinks>()
            .AddTransient<ILetterRenderer, PackageLetter>()
            .AddTransient<ILetterRenderer, PackageNotice>();
    }

    private static bool IsName(string name) => !string.IsNullOrWhiteSpace(name) && IsNameOrNone(name);

    private static bool IsNameOrNone(string name) => name.Length <= RecipientOptions.Longest && !name.Any(char.IsControl);
}
