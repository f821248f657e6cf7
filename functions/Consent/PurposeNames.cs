namespace WelWee3D.Consent;

/// <summary>The purposes as they stand in addresses and records.</summary>
public static class PurposeNames
{
    // As they stand in JSON.
    private static readonly Dictionary<Purpose, string> Names =
        Enum.GetValues<Purpose>().ToDictionary(purpose => purpose, purpose => JsonSerializer.SerializeToElement(purpose).GetString()!);

    public static string Of(Purpose purpose) => Names[purpose];

    /// <returns>Null when no purpose is called so.</returns>
    public static Purpose? Find(string name) => Names.Where(each => each.Value == name).Select(each => (Purpose?)each.Key).FirstOrDefault();
}
