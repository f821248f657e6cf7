using WelWee3D.Consent;
using WelWee3D.Retention;

namespace WelWee3D.Orders;

/// <summary>An order as callers see it; of its consents the answers that stand.</summary>
public sealed record OrderView(
    Id Id,
    Reference Reference,
    OrderState State,
    string Name,
    string Email,
    string? Phone,
    Address? Address,
    string Language,
    int? HeightInMillimetres,
    DateOnly OpenedOn,
    DateOnly? ShippedOn,
    DateOnly? CancelledOn,
    DateOnly? RestrictedOn,
    string? RestrictionReason,
    IReadOnlyList<ConsentView> Consents,
    IReadOnlyList<Hold> Holds,
    IReadOnlyList<Correction> History,
    IReadOnlyList<Disclosure> Recipients,
    Derivation Retention)
{
    public static OrderView Of(Order order, Derivation retention) => new(
        order.Id,
        Reference.Of(order.Id),
        order.State,
        order.Client.Name,
        order.Client.Email,
        order.Client.Phone,
        order.Client.Address,
        order.Client.Language,
        order.HeightInMillimetres,
        order.OpenedOn,
        order.ShippedOn,
        order.CancelledOn,
        order.RestrictedOn,
        order.RestrictionReason,
        [.. Enum.GetValues<Purpose>().Select(purpose => order.Answer(purpose)).OfType<ConsentGiven>().Select(ConsentView.Of)],
        order.Holds,
        order.History,
        order.Disclosures,
        retention);
}

public sealed record ConsentView(
    Purpose? Purpose, ConsentAnswer? Answer, Channel? Channel, string Language, string TextVersion, DateOnly GivenOn, DateTimeOffset GivenAt)
{
    public static ConsentView Of(ConsentGiven given) =>
        new(given.Purpose, given.Answer, given.Channel, given.Language, given.TextVersion, given.Day, given.GivenAt);
}
