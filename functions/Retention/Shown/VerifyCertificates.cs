using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Retention.Shown;

/// <summary>Recomputes the whole chain of certificates, and holds it against every checkpoint.</summary>
public sealed class VerifyCertificates(FrontDoor door, ChainVerification verification)
{
    [Function(nameof(VerifyCertificates))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/retention/certificates/verify")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
        {
            var (report, checkpoints) = await verification.Verify(cancellation);
            return Answers.Ok(new
            {
                report.Checked,
                report.Intact,
                report.Broken,
                checkpoints,
                Newest = report.Newest is { } newest ? new { newest.Number, newest.Hash } : null,
            });
        });
}
