using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Retention.Shown;

/// <summary>The chain of certificates, newest first.</summary>
public sealed class ListCertificates(FrontDoor door, Certificates certificates)
{
    [Function(nameof(ListCertificates))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "retention/certificates")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
        {
            var read = Paging.Of<int>(request, IsNumber);
            if (read.Refusal is { } refusal)
                return refusal;

            var (from, limit) = read.Value;
            var found = await certificates.NewestFirst(from, limit + 1, cancellation).Take(limit + 1).ToListAsync(cancellation);
            var page = Page.Of(found, limit, certificate => certificate.Number.ToString(CultureInfo.InvariantCulture));
            return Answers.Ok(new Page<JsonObject>([.. page.Items.Select(CertificateView.Of)], page.Continuation));
        }, Paging.Continuation, Paging.Limit);

    private static bool IsNumber(string? text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1;
}
