using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Orders;

public sealed record HoldForm(string? Reason, DateOnly Until)
{
    public Problems Problems()
    {
        var problems = new Problems();
        problems.CheckReason(Reason);
        return problems;
    }

    /// <summary>Once there are no problems.</summary>
    public Hold ToHold(DateTimeOffset at) => new(Id.New(at), Reason!.Trim(), Until);
}
