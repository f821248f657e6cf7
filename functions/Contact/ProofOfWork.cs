using WelWee3D.Http;

namespace WelWee3D.Contact;

/// <summary>Whether the computer of whoever sends a form worked for it, where the settings ask for that.</summary>
public sealed class ProofOfWork(Challenges challenges, SpentChallenges spent, IOptions<ContactOptions> options)
{
    /// <summary>What is wrong with a form without it.</summary>
    public static Problems Missing =>
        new() { { "altcha", $"Must solve a challenge of {ApiPaths.Of("challenge")} that has not expired and was not used before." } };

    /// <param name="given">The solution; null when there is none.</param>
    /// <param name="on">What it is spent on.</param>
    public async Task<bool> IsGiven(string? given, Id on, CancellationToken cancellation) =>
        !options.Value.RequireProof
        || (given is { } solution && challenges.Solved(solution) is { } solved && await spent.Spend(solved, on, cancellation));
}
