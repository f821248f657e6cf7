using System.Text.Json.Nodes;

namespace WelWee3D.Retention.Shown;

/// <summary>A certificate as callers see it: what it says, and the exact text and hash from which anyone can tell that it is genuine.</summary>
public static class CertificateView
{
    public static JsonObject Of(SealedCertificate certificate)
    {
        var view = new JsonObject { ["number"] = certificate.Number, ["hash"] = certificate.Hash };
        foreach (var (name, value) in Said(certificate.Text))
            view.TryAdd(name, value?.DeepClone());
        view["text"] = certificate.Text;
        return view;
    }

    // One that was tampered with is shown too, as far as it goes.
    private static JsonObject Said(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
