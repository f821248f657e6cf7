using Microsoft.Extensions.Options;
using WelWee3D.Storage;

namespace WelWee3D.Contact;

/// <summary>Whether the computer of whoever sends a form worked for it, where the settings ask for that.</summary>
public sealed class ProofOfWork(Challenges challenges, SpentChallenges spent, IOptions<ContactOptions> options)
{
    public async Task<bool> IsGiven(ContactForm form, Id message, CancellationToken cancellation) =>
        !options.Value.RequireProof
        || (form.Altcha is { } solution && challenges.Solved(solution) is { } solved && await spent.Spend(solved, message, cancellation));
}
