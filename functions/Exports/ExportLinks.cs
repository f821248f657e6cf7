using Microsoft.Extensions.Options;
using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.People;
using WelWee3D.Storage;

namespace WelWee3D.Exports;

/// <summary>The links to packages. They can be written anew, so that a letter that waits holds none.</summary>
public sealed class ExportLinks(PersonalLinks links, IOptions<MailOptions> mail)
{
    private const string Purpose = "export-link";

    public ExportLink Of(Id package) =>
        ExportLink.TryParse(links.To(Purpose, package), out var link) ? link : throw new InvalidOperationException("Links to packages have another form.");

    public Uri To(Id package) => mail.Value.Link(ApiPaths.Of($"exports/{Of(package)}"));
}
