namespace WelWee3D.Staff;

public sealed class StaffOptions
{
    /// <summary>The issuer of the tokens, such as https://login.microsoftonline.com/{tenant}/v2.0.</summary>
    public string Authority { get; set; } = "";

    /// <summary>The client id of the app registration.</summary>
    public string Audience { get; set; } = "";

    /// <summary>Plain http will do on loopback only, where the issuer of a local run listens.</summary>
    internal bool IsAuthoritySafe =>
        Uri.TryCreate(Authority, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
