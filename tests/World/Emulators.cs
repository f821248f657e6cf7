using System.Runtime.CompilerServices;

namespace WelWee3D.Tests;

/// <summary>
/// The storage emulators of the whole run, and their accounts, which are handed out one by one. They keep everything
/// in memory, and end with the test process.
/// </summary>
internal static class Emulators
{
    // The first account lives longest, as what takes longest begins first: its emulator gets few others.
    private static readonly int[] Turns = [0, 1, 2, 1, 2, 1, 2];

    private const int MostAccounts = 2000;
    private const string UsualAccount = "devstoreaccount1";
    private const string UsualKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const string Key = "a2V5";

    private static readonly Lazy<Task<Azurite>>[] Running =
        [.. Enumerable.Range(0, Turns.Distinct().Count()).Select(_ => new Lazy<Task<Azurite>>(() => Azurite.Start(folder: null)))];

    private static int handedOut = -1;

    /// <summary>The connection string of an account that nobody had before: two in a row are on different emulators.</summary>
    public static async Task<string> NewAccount()
    {
        var number = Interlocked.Increment(ref handedOut);
        var emulator = await Running[Turns[number % Turns.Length]].Value;
        return emulator.ConnectionString
            .Replace(UsualKey, Key, StringComparison.Ordinal)
            .Replace(UsualAccount, Name(number), StringComparison.Ordinal);
    }

    // An emulator reads the names of its accounts from its environment, which is that of this process.
    [ModuleInitializer]
    internal static void NameAccounts() => Environment.SetEnvironmentVariable(
        "AZURITE_ACCOUNTS",
        string.Join(';', Enumerable.Range(0, MostAccounts).Select(number => $"{Name(number)}:{Key}").Prepend($"{UsualAccount}:{UsualKey}")));

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"account{number:D4}");
}
