using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace WelWee3D.Tests.Scans.Printing;

public sealed class PrinterSettingsTests
{
    private static readonly Dictionary<string, string?> Good = new()
    {
        ["Printers:0:Name"] = "PA12",
        ["Printers:0:Recipient"] = "PRINTER",
        ["Printers:0:Width"] = "380.5",
        ["Printers:0:Depth"] = "284",
        ["Printers:0:Height"] = "380",
        ["Printers:0:MostTriangles"] = "5000000",
        ["Printers:0:GramsPerCubicCentimetre"] = "1.01",
        ["Printers:0:PricePerGram"] = "0.65",
    };

    [Fact]
    public void There_need_be_no_printer() => Assert.Empty(Read([]));

    [Fact]
    public void A_printer_costs_euros_and_nothing_besides_the_weight_unless_that_is_said()
    {
        var printer = Assert.Single(Read(Good));

        Assert.Equal(("PA12", "PRINTER", 380.5, 0.65m, 0m, "EUR"), (printer.Name, printer.Recipient, printer.Width, printer.PricePerGram, printer.FixedPrice, printer.Currency));
    }

    [Theory]
    [InlineData("Printers:0:Name", " ")]
    [InlineData("Printers:1:Name", "PA12")]
    [InlineData("Printers:0:Recipient", "drukker aan huis")]
    [InlineData("Printers:0:Recipient", "printer")]
    [InlineData("Printers:0:Width", "0")]
    [InlineData("Printers:0:MostTriangles", "-1")]
    [InlineData("Printers:0:GramsPerCubicCentimetre", "0")]
    [InlineData("Printers:0:PricePerGram", "-0.01")]
    [InlineData("Printers:0:FixedPrice", "-1")]
    [InlineData("Printers:0:Currency", "euro")]
    public void An_app_with_a_printer_that_cannot_be_does_not_start(string setting, string value) =>
        Assert.Throws<OptionsValidationException>(() => Read(new(Good) { [setting] = value }));

    private static IList<Printer> Read(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        using var services = new ServiceCollection().AddPrinting(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<PrinterOptions>>().Value.Printers;
    }
}
