using System.IO.Compression;
using Scalar.AspNetCore;
using WelWee3D.Http;

namespace WelWee3D.Description;

/// <summary>The scripts of the page: Scalar's, as it comes inside its package, and the one that starts it.</summary>
internal static class ApiPageFiles
{
    public const string Scalar = "scalar.js";
    public const string Start = "start.js";

    private static string StartScript => $$"""
        Scalar.createApiReference("#api", {
          url: "{{ApiPaths.Of("openapi.json")}}",
          withDefaultFonts: false,
          telemetry: false,
          hideClientButton: true,
          showDeveloperTools: "never",
          agent: { disabled: true },
          mcp: { disabled: true },
          defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
        });
        """;

    /// <summary>Null for a file that the page does not have.</summary>
    public static Stream? Open(string name) => name switch
    {
        Scalar => new GZipStream(
            typeof(ScalarOptions).Assembly.GetManifestResourceStream($"ScalarStaticAssets.{Scalar}")
                ?? throw new InvalidOperationException($"The package of Scalar has no {Scalar}."),
            CompressionMode.Decompress),
        Start => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(StartScript)),
        _ => null,
    };
}
