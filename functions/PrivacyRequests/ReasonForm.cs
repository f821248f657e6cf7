using WelWee3D.Http;
using WelWee3D.People;

namespace WelWee3D.PrivacyRequests;

/// <summary>What is done for a reason, and needs nothing else.</summary>
public sealed record ReasonForm(string? Reason = null)
{
    public Problems Problems()
    {
        var problems = new Problems();
        problems.CheckReason(Reason);
        return problems;
    }
}
