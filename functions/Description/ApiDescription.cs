using Microsoft.OpenApi;

namespace WelWee3D.Description;

/// <summary>The description as it is handed out: made once it is asked for, since nothing of it changes while the app runs.</summary>
public sealed class ApiDescription(IServiceProvider services)
{
    private readonly Lazy<Task<string>> json = new(() =>
        ApiDocument.Of(ApiOperation.All(services)).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, CancellationToken.None));

    public Task<string> Json => json.Value;
}
