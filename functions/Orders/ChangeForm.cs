using WelWee3D.Http;
using WelWee3D.People;

namespace WelWee3D.Orders;

/// <summary>What every change may say beside what it changes.</summary>
public abstract record ChangeForm
{
    /// <summary>Why, for whoever reads the history.</summary>
    public string? Reason { get; init; }

    /// <summary>Whoever asks knows what will be destroyed because of it.</summary>
    public bool DestroysNow { get; init; }

    /// <summary>The problems of a form that is nothing without its reason.</summary>
    protected Problems WithReason()
    {
        var problems = new Problems();
        problems.CheckReason(Reason);
        return problems;
    }

    public virtual Problems Problems()
    {
        var problems = new Problems();
        if (Reason is not null)
            problems.CheckReason(Reason);
        return problems;
    }
}
