using WelWee3D.Staff;

namespace WelWee3D.Audit;

/// <summary>That somebody saw, changed, downloaded or exported something. It tells of what, and never what stood in it.</summary>
/// <param name="Who">The object id of the account, or <see cref="TheApp"/>.</param>
/// <param name="Role">In which; null for what the app noted itself.</param>
/// <param name="Action">The route that was asked for, with <c>{id}</c> for every id.</param>
/// <param name="ActionCode">As NEN 7513 and RFC 3881 have it: C(reate), R(ead), U(pdate), D(elete) or E(xecute).</param>
/// <param name="About">A kind and an id; the kind alone where it was a list, or a search.</param>
/// <param name="Outcome">The status of the answer.</param>
/// <param name="OnBehalfOf">For whom, where that is somebody else: the object id of an account, the id of an order or privacy request, or a kind and an id.</param>
public sealed record AuditEvent(
    [Pseudonymous] Id Id,
    [Operational] DateTimeOffset At,
    [Pseudonymous] string Who,
    [Operational] Role? Role,
    [Operational] string Action,
    [Operational] string ActionCode,
    [Pseudonymous] [property: JsonPropertyName("object")] string About,
    [Operational] int Outcome,
    [Personal(DataCategory.Rights)] string? Reason = null,
    [Pseudonymous] string? OnBehalfOf = null)
{
    public const string TheApp = "app";
}
