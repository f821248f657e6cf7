using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Scans.Proof;

/// <summary>
/// The address at which she finds the proof that her scan is gone. It stays good: a certificate is kept, and tells nothing of
/// anybody.
/// </summary>
public sealed class ProofLinks(
    PersonalLinks links, Ledger ledger, Certificates certificates, DestructionTasks tasks, IOptions<MailOptions> mail)
{
    private const string Purpose = "proof-link";

    public Uri To(Id scan) => To(links.To(Purpose, scan));

    public Uri To(string token) => mail.Value.Link(ApiPaths.Of($"proof/{token}"));

    /// <returns>Null for a link that leads to nothing that was destroyed.</returns>
    public async Task<FoundProof?> Find(string token, CancellationToken cancellation) =>
        links.Opens(Purpose, token) is { } link ? await Of(link.Record, cancellation) : null;

    public async Task<FoundProof?> Of(Id scan, CancellationToken cancellation)
    {
        var item = new Item(Scan.Kind, scan);
        // That it came back is the newer truth.
        if (await Certified(LedgerLine.IdOfUndo(item), cancellation) is { } undone)
            return new(undone.Line, undone.Certificate, OnDisks: 0);
        if (await ledger.Find(LedgerLine.IdOf(item), cancellation) is not { } line)
            return null;
        var task = await tasks.Find(line.Line.Id, cancellation);
        return new(line.Line, await certificates.Of(line, cancellation), task?.Copies.Count(copy => copy.DestroyedOn is null) ?? 0);
    }

    private async Task<(LedgerLine Line, SealedCertificate Certificate)?> Certified(string line, CancellationToken cancellation) =>
        await ledger.Find(line, cancellation) is { } stored && await certificates.Of(stored, cancellation) is { } certificate
            ? (stored.Line, certificate)
            : null;
}

/// <summary>What there is to show of a destruction.</summary>
/// <param name="Certificate">Null as long as not every copy is gone.</param>
/// <param name="OnDisks">How many copies are yet to be wiped.</param>
public sealed record FoundProof(LedgerLine Line, SealedCertificate? Certificate, int OnDisks);
