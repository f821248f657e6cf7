namespace WelWee3D.Tests.Infra;

/// <summary>How what differs is told.</summary>
internal static class Sets
{
    public static IEnumerable<string> Differences(string what, IEnumerable<string> wanted, IEnumerable<string> made)
    {
        var (expected, found) = (wanted.ToArray(), made.ToArray());
        return expected.Except(found).Select(each => $"{what} {each} is not made.")
            .Concat(found.Except(expected).Select(each => $"{what} {each} is made, and nothing uses it."));
    }

    /// <param name="value">As JSON has it; null for nothing at all.</param>
    public static IEnumerable<string> Expect(this Deployed deployed, string name, string path, string? value) =>
        deployed.Text(path) == value ? [] : [$"{name}: {path} is {deployed.Text(path) ?? "nothing"}, not {value ?? "nothing"}."];
}
