namespace WelWee3D.Http;

/// <summary>Where the pages of the staff console are, for letters to staff: each shows what its function answers as JSON.</summary>
public static class StaffPages
{
    private const string Prefix = "/staff";

    /// <summary>What there is to do.</summary>
    public const string Today = Prefix;

    public static string Of(string page) => $"{Prefix}/{page}";
}
