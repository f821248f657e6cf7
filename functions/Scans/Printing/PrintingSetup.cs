using Microsoft.Extensions.Configuration;
using WelWee3D.Recipients;

namespace WelWee3D.Scans.Printing;

public static class PrintingSetup
{
    public static IServiceCollection AddPrinting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PrinterOptions>()
            .Configure(options => configuration.GetSection(nameof(PrinterOptions.Printers)).Bind(options.Printers))
            .Validate(
                options => options.Printers.All(each => each.Name.Trim().Length > 0) && options.Printers.DistinctBy(each => each.Name).Count() == options.Printers.Count,
                "Printers: each must have a Name of its own.")
            .Validate(
                options => options.Printers.All(each => each.Recipient.Length == 0 || RecipientLabel.TryParse(each.Recipient, out var label) && $"{label}" == each.Recipient),
                $"Printers: Recipient must be empty, or a label. {RecipientLabel.Form}")
            .Validate(
                options => options.Printers.All(each => each is { Width: > 0, Depth: > 0, Height: > 0, MostTriangles: > 0, GramsPerCubicCentimetre: > 0 }),
                "Printers: Width, Depth, Height, MostTriangles and GramsPerCubicCentimetre must be more than 0.")
            .Validate(
                options => options.Printers.All(each => each is { PricePerGram: >= 0, FixedPrice: >= 0, Currency.Length: 3 }),
                "Printers: PricePerGram and FixedPrice must not be less than 0, and Currency must be three letters, such as EUR.")
            .ValidateOnStart();
        return services.AddSingleton<PrintCopies>();
    }
}
