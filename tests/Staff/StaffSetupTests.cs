using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace WelWee3D.Tests.Staff;

public class StaffSetupTests
{
    [Theory]
    [InlineData("https://login.microsoftonline.com/tenant/v2.0", "client", true)]
    [InlineData("http://127.0.0.1:7071/local", "client", true)]
    [InlineData("http://localhost:7071", "client", true)]
    [InlineData("http://login.microsoftonline.com/tenant/v2.0", "client", false)]
    [InlineData("login.microsoftonline.com", "client", false)]
    [InlineData("file:///etc/keys", "client", false)]
    [InlineData("", "client", false)]
    [InlineData("https://login.microsoftonline.com/tenant/v2.0", "", false)]
    [InlineData("https://login.microsoftonline.com/tenant/v2.0", " ", false)]
    public void The_app_starts_only_with_an_issuer_it_can_trust(string authority, string audience, bool starts)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Staff:Authority", authority), new("Staff:Audience", audience)])
            .Build();
        using var services = new ServiceCollection().AddStaff(configuration).BuildServiceProvider();

        var fault = Record.Exception(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Equal(starts, fault is null);
    }
}
