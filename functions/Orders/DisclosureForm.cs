using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Recipients;

namespace WelWee3D.Orders;

/// <summary>What staff say that a recipient was given. Nothing is required of the body, so that its rules tell all mistakes at once.</summary>
internal sealed record DisclosureForm(
    string? Recipient = null, IReadOnlyList<Id>? Scans = null, IReadOnlyList<ClientDetail>? Details = null, DateOnly? GivenOn = null)
{
    private static readonly string Unregistered =
        $"Must be the label of a registered recipient, such as PRINTER. POST {ApiPaths.Of("recipients")} registers one.";

    public Problems Problems(Order order, IReadOnlyDictionary<string, Recipient> recipients, DateOnly today)
    {
        var problems = new Problems();
        if (Of(recipients) is null)
            problems.Add("recipient", Unregistered);
        if ((Scans ?? []).Count + (Details ?? []).Count == 0)
            problems.Add("scans", "Must name scans that were given, when there are no details.");
        foreach (var scan in (Scans ?? []).Where(scan => order.Scan(scan) is null))
            problems.Add("scans", $"{scan} is no scan of this order.");
        if (GivenOn is not { } day)
            problems.Add("givenOn", "Is required.");
        else
            problems.CheckDay("givenOn", day, order.OpenedOn, today);
        return problems;
    }

    /// <summary>Once there are no problems.</summary>
    public Disclosure ToDisclosure(Id id, IReadOnlyDictionary<string, Recipient> recipients)
    {
        var recipient = Of(recipients)!;
        return new(
            id, recipient.Label, recipient.Name, recipient.Purpose, [.. (Scans ?? []).Distinct()], [.. (Details ?? []).Distinct().Order()], GivenOn!.Value);
    }

    private Recipient? Of(IReadOnlyDictionary<string, Recipient> recipients) =>
        RecipientLabel.TryParse(Recipient, out var label) ? recipients.GetValueOrDefault($"{label}") : null;
}
