using Microsoft.OpenApi;

namespace WelWee3D.Description;

/// <summary>The description as it is handed out: made once it is asked for, since nothing of it changes while the app runs.</summary>
public sealed class ApiDescription(IServiceProvider services)
{
    private readonly Lazy<string> json = new(() =>
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        ApiDocument.Of(ApiOperation.All(services)).SerializeAsV31(new OpenApiJsonWriter(text, new OpenApiJsonWriterSettings { Terse = true }));
        return $"{text}";
    });

    public string Json => json.Value;
}
