using Microsoft.Extensions.Configuration;

namespace WelWee3D.Tests.Mail;

public sealed class MailOptionsTests
{
    [Theory]
    [InlineData(null, null, "https://api.eu.sendgrid.com")]
    [InlineData("eu", null, "https://api.eu.sendgrid.com")]
    [InlineData("global", null, "https://api.sendgrid.com")]
    [InlineData("eu", "http://localhost:7071/local/sendgrid/", "http://localhost:7071/local/sendgrid")]
    public void The_region_fixes_the_host_unless_another_is_named(string? region, string? host, string expected)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["SendGridRegion"] = region, ["SendGridHost"] = host }.Where(each => each.Value is not null)).Build();

        Assert.Equal(expected, (settings.Get<MailOptions>() ?? new()).SendGridAddress());
    }
}
