using System.Buffers.Text;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>What was shown to one account, which may have exactly that erased for a quarter of an hour.</summary>
/// <param name="Values">What names the person, each as its hashes.</param>
/// <param name="Items">The records and what belongs to them, and scans that went and have a copy left, as kind and id.</param>
internal sealed record ErasureToken(DateTimeOffset Until, string GivenTo, IReadOnlyList<IReadOnlyList<string>> Values, IReadOnlyList<string> Items)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(15);

    // Of one person there may be thousands.
    private readonly HashSet<string> named = [.. Items];

    public static ErasureToken For(Matches matches, IEnumerable<SubjectValue> values, string givenTo, DateTimeOffset now) => new(
        now + GoodFor, givenTo, [.. values.Select(value => value.Subjects)],
        [.. matches.Records.SelectMany(record => record.WithParts).Select(record => record.Item).Concat(matches.CopiesToDestroy.Select(ScanOf)).Select(item => $"{item}")]);

    public IReadOnlyList<string> Subjects => [.. Values.SelectMany(value => value)];

    public IEnumerable<Id> Orders => Items.Select(item => item.Split('|')).Where(item => item[0] == Order.Kind).Select(item => Id.Parse(item[1]));

    /// <summary>Whether it names a record, and nothing has come to belong to that since it was shown.</summary>
    public bool NamesAllOf(KeptRecord record) => record.WithParts.All(each => Names(each.Item));

    public bool Names(KeptRecord record) => Names(record.Item);

    public bool Names(DestructionTask task) => Names(ScanOf(task));

    public string Seal(SubjectKeys keys)
    {
        var content = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(StoredJson.Write(this)));
        return $"{content}.{Base64Url.EncodeToString(SealOf(content, keys))}";
    }

    /// <returns>Null when it was not given to this account, was altered, or is too old.</returns>
    public static ErasureToken? Open(string text, SubjectKeys keys, string by, DateTimeOffset now)
    {
        if (text.Split('.') is not [var content, var seal] || !Base64Url.IsValid(content) || !Base64Url.IsValid(seal)
            || !CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(seal), SealOf(content, keys)))
            return null;
        var token = JsonSerializer.Deserialize<ErasureToken>(Base64Url.DecodeFromChars(content), StoredJson.Options)!;
        // One that a version before gave tells no values.
        return token.GivenTo == by && now <= token.Until && token.Values.Count > 0 ? token : null;
    }

    private bool Names(Item item) => named.Contains($"{item}");

    private static Item ScanOf(DestructionTask task) => new(Scan.Kind, task.Scan);

    private static byte[] SealOf(string content, SubjectKeys keys) => keys.Seed("erasure-token", content);
}
