using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Retention.Shown;

public sealed class VerifyCertificates(FrontDoor door, ChainVerification verification)
{
    [Function(nameof(VerifyCertificates))]
    [Describes("Recomputes the whole chain of certificates, and holds it against every checkpoint.", Answer = typeof(Verified))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/retention/certificates/verify")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
        {
            var (report, checkpoints) = await verification.Verify(cancellation);
            var newest = report.Newest is { } last ? new Link(last.Number, last.Hash) : null;
            return Answers.Ok(new Verified(report.Checked, report.Intact, report.Broken, checkpoints, newest));
        });

    /// <param name="Checkpoints">How many it was held against.</param>
    private sealed record Verified(int Checked, bool Intact, BrokenLink? Broken, int Checkpoints, Link? Newest);

    private sealed record Link(int Number, string Hash);
}
