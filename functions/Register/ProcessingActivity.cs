using WelWee3D.Exports;
using WelWee3D.Retention;

namespace WelWee3D.Register;

/// <summary>
/// A processing activity, as far as nothing stored tells it by itself (GDPR article 30(1)): why it is done and on which ground,
/// and which kinds, rules and places of storage are for it. What is in those, and how long, the app knows.
/// </summary>
/// <param name="Kinds">The kinds of record that it keeps; none where it only stores what goes with others.</param>
/// <param name="Rules">By which they go.</param>
/// <param name="Stored">Its tables, containers and queues.</param>
/// <param name="Until">How long it is kept, or a part of it, where no rule says so; null where rules say all.</param>
public sealed record ProcessingActivity(
    string Name, Words Words, IReadOnlyList<string> Kinds, IReadOnlyList<RetentionRule> Rules, IReadOnlyList<string> Stored,
    Words Purpose, Words Ground, Words People, IReadOnlyList<RecipientRole> Recipients, Words? Until = null);
