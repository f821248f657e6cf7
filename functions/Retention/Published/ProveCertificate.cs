using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Retention.Published;

/// <summary>That a certificate is in the log, in one file that can be handed over beside it and checked without the app.</summary>
public sealed class ProveCertificate(FrontDoor door, CertificateLog log, LogKeys keys)
{
    [Function(nameof(ProveCertificate))]
    [Describes("Gives the proof that a certificate is in the log (C2SP tlog-proof).", AnswerMedia = ["text/plain"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/retention/certificates/{number:int}/proof")] HttpRequest request,
        int number,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
        {
            var leaves = await log.Leaves(cancellation);
            return number >= 1 && number <= leaves.Count ? Answers.Text(Proof(leaves, number - 1)) : Answers.NotFound("certificate");
        });

    private string Proof(IReadOnlyList<byte[]> leaves, int index) => string.Concat(
    [
        "c2sp.org/tlog-proof@v1\n", string.Create(CultureInfo.InvariantCulture, $"index {index}\n"),
        .. HashTree.Path(leaves, index).Select(hash => $"{Convert.ToBase64String(hash)}\n"),
        "\n", keys.Sign(leaves.Count, HashTree.Root(leaves)),
    ]);
}
