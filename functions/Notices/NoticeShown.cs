using WelWee3D.Orders;

namespace WelWee3D.Notices;

/// <summary>What a recipient sees behind its link.</summary>
/// <param name="Now">What was set right, as it is now; null where nothing was, or where it may not be shown or is here no more.</param>
/// <param name="Restricted">Whether it is not shown because it may only be stored.</param>
public sealed record NoticeShown(
    Reference Order, NoticeCause Cause, NoticeState State, IReadOnlyList<GivenData> Given, IReadOnlyList<ClientDetail> Changed, RightValues? Now,
    bool Restricted)
{
    public static NoticeShown Of(RecipientNotice notice, Order? order) => new(
        Reference.Of(notice.Order), notice.Cause, notice.State, notice.Given, notice.Changed,
        notice.Cause == NoticeCause.Rectification && order is { ErasureRequestedOn: null, RestrictedOn: null } ? RightValues.Of(order.Client, notice.Changed) : null,
        order is { ErasureRequestedOn: null, RestrictedOn: not null });
}

/// <summary>Of a client's details those that were set right, and of no others.</summary>
public sealed record RightValues(string? Name, string? Email, string? Phone, Address? Address)
{
    public static RightValues Of(Client client, IReadOnlyList<ClientDetail> changed) => new(
        changed.Contains(ClientDetail.Name) ? client.Name : null,
        changed.Contains(ClientDetail.Email) ? client.Email : null,
        changed.Contains(ClientDetail.Phone) ? client.Phone : null,
        changed.Contains(ClientDetail.Address) ? client.Address : null);

    /// <summary>Each as one line.</summary>
    public IEnumerable<(ClientDetail Detail, string Value)> Lines()
    {
        if (Name is not null)
            yield return (ClientDetail.Name, Name);
        if (Email is not null)
            yield return (ClientDetail.Email, Email);
        if (Phone is not null)
            yield return (ClientDetail.Phone, Phone);
        if (Address is not null)
            yield return (ClientDetail.Address, Address.OnOneLine());
    }
}
