using Microsoft.Extensions.Configuration;

namespace WelWee3D.Staff;

public static class StaffSetup
{
    public static IServiceCollection AddStaff(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StaffOptions>()
            .Bind(configuration.GetSection("Staff"))
            .Validate(staff => staff.IsAuthoritySafe, "Staff:Authority must be an https address (http on loopback only).")
            .Validate(staff => !string.IsNullOrWhiteSpace(staff.Audience), "Staff:Audience must be the client id.")
            .ValidateOnStart();
        return services.AddSingleton<StaffTokens>();
    }
}
