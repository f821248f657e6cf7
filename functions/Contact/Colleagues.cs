using System.Text.RegularExpressions;
using WelWee3D.People;

namespace WelWee3D.Contact;

/// <summary>
/// Whom a message may be forwarded to: each by the object id of an account or the name of a role, and the address at which they
/// are told. A message keeps the first, and no letter but theirs has the second.
/// </summary>
public sealed partial class Colleagues(IOptions<ContactOptions> options)
{
    private readonly Dictionary<string, string> known = options.Value.Colleagues.Select(Parse).ToDictionary(each => each!.Value.Name, each => each!.Value.Address);

    public IReadOnlyList<string> Names => [.. known.Keys.Order(StringComparer.Ordinal)];

    public string Unknown => known.Count == 0
        ? "No colleague is configured that messages are forwarded to."
        : $"Must be one of: {string.Join(", ", Names)}.";

    /// <returns>Null for whom the settings do not name.</returns>
    public string? AddressOf(string name) => known.GetValueOrDefault(name);

    /// <summary>Whether these settings name each colleague once, with an address.</summary>
    public static bool AreGood(IList<string> settings) =>
        settings.Select(Parse).ToList() is var all && all.All(each => each is not null) && all.DistinctBy(each => each!.Value.Name).Count() == all.Count;

    private static (string Name, string Address)? Parse(string setting) =>
        Setting().Match(setting) is { Success: true, Groups: [_, var name, var address] } && MailAddresses.Canonical(address.Value) is { } known
            ? (name.Value, known)
            : null;

    [GeneratedRegex(@"^([A-Za-z0-9-]{1,40})=(.+)\z")]
    private static partial Regex Setting();
}
