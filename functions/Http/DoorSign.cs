using WelWee3D.Staff;

namespace WelWee3D.Http;

/// <summary>
/// What the front door tells of a function to who asks about it instead of calling it: then nothing is done, and what a
/// description says of roles and parameters is what decides when somebody calls.
/// </summary>
public sealed class DoorSign
{
    /// <summary>Who is let in; empty where anyone is.</summary>
    public IReadOnlyList<Role> Roles { get; private set; } = [];

    public bool NeedsReason { get; private set; }

    public IReadOnlyList<string> Parameters { get; private set; } = [];

    public bool IsRead { get; private set; }

    /// <summary>Only from within the app: no request that comes in has one.</summary>
    internal static DoorSign? On(HttpRequest request) => request.HttpContext.Features.Get<DoorSign>();

    internal Task<IResult> Read(IReadOnlyList<Role> roles, IReadOnlyList<string> parameters, bool needsReason = false)
    {
        (Roles, Parameters, NeedsReason, IsRead) = (roles, parameters, needsReason, true);
        return Task.FromResult(Results.Empty);
    }
}
