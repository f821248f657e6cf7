using WelWee3D.Exports;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Register;

/// <param name="Region">Where it keeps what it gets; absent where only the practice knows.</param>
/// <param name="ByTheApp">Whether the app itself hands it data; to the others the practice does.</param>
/// <param name="Data">Of the activities that it has a part in.</param>
public sealed record UsedRecipient(string Name, string Purpose, string? Region, bool ByTheApp, IReadOnlyList<string> Data);

/// <summary>Whoever outside the practice gets personal data, as far as the running app knows it.</summary>
public sealed class UsedRecipients(NamedRecipients recipients)
{
    public IReadOnlyList<UsedRecipient> Of(RegisterView register, PlainWords words) =>
    [
        .. recipients.In(words.Language).Select(each => new UsedRecipient(
            each.Name, each.Purpose, each.Region, each.Role is RecipientRole.Hosting or RecipientRole.Mail,
            [.. register.Items.Where(item => item.Recipients.Contains(each.Name)).SelectMany(item => item.Data).Select(data => data.What).Distinct()])),
    ];

    /// <summary>Those of which only the practice knows where they are.</summary>
    public static IEnumerable<Blank> Unknown(IEnumerable<UsedRecipient> used, PlainWords words) => used.Where(each => each.Region is null)
        .Select(each => new Blank($"region: {each.Name}", words.Either($"In welk land bewaart {each.Name} deze gegevens?", $"In which country does {each.Name} keep this data?")));
}
