using WelWee3D.Storage;

namespace WelWee3D.PrivacyRequests;

/// <summary>Something about a person that this version of the app cannot deal with: somebody has to.</summary>
public sealed record NotUnderstood(string Kind, Id Id)
{
    /// <summary>Null, and so not told, where everything was understood.</summary>
    public static IReadOnlyList<NotUnderstood>? Of(IReadOnlyList<Item> unknown) =>
        unknown.Count == 0 ? null : [.. unknown.Select(item => new NotUnderstood(item.Kind, item.Id))];
}
