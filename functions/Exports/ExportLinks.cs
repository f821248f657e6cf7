using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.People;

namespace WelWee3D.Exports;

/// <summary>The links to packages. They can be written anew, so that a letter that waits holds none.</summary>
public sealed class ExportLinks(PersonalLinks links, IOptions<MailOptions> mail)
{
    private const string Purpose = "export-link";

    public string Token(Id package) => links.To(Purpose, package);

    public Uri To(Id package) => mail.Value.Link(ApiPaths.Of($"exports/{Token(package)}"));

    /// <inheritdoc cref="PersonalLinks.Opens"/>
    public Id? Opens(string token) => links.Opens(Purpose, token)?.Record;

    /// <summary>SHA-256, in hex, of the secret in a link: an earlier version of the app knows its links by that.</summary>
    public string Hash(Id package) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Token(package)[$"{package}".Length..])));
}
