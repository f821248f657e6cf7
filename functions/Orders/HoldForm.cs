using WelWee3D.Http;
using WelWee3D.People;

namespace WelWee3D.Orders;

public sealed record HoldForm(string? Reason, DateOnly Until)
{
    public Problems Problems()
    {
        var problems = new Problems();
        problems.CheckText("reason", Reason?.Trim(), 500);
        return problems;
    }
}
