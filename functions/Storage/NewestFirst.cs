namespace WelWee3D.Storage;

/// <summary>Keys that tables put in the order of the ids they are made of, the newest first: each digit is its complement.</summary>
public static class NewestFirst
{
    private const string Digits = "0123456789abcdef";

    public static string Key(Id id) => Complement($"{id}");

    /// <returns>False for keys that this version does not write.</returns>
    public static bool TryParse(string key, out Id id)
    {
        id = default;
        return key.All(Digits.Contains) && Id.TryParse(Complement(key), out id);
    }

    private static string Complement(string hex) => string.Concat(hex.Select(digit => Digits[^(Digits.IndexOf(digit) + 1)]));
}
