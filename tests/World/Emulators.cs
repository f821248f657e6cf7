using System.Globalization;
using System.Runtime.CompilerServices;
using WelWee3D.Local;

namespace WelWee3D.Tests;

/// <summary>
/// The storage emulators of the whole run, each with a thousand accounts that are handed out one by one. They keep
/// everything in memory, and end with the test process.
/// </summary>
internal static class Emulators
{
    private const int Count = 3;
    private const int AccountsOfEach = 1000;
    private const string UsualAccount = "devstoreaccount1";
    private const string UsualKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const string Key = "a2V5";

    private static readonly Lazy<Task<Azurite>>[] Running =
        [.. Enumerable.Range(0, Count).Select(_ => new Lazy<Task<Azurite>>(() => Azurite.Start(folder: null)))];

    private static int handedOut = -1;

    /// <summary>The connection string of an account that nobody had before: of two in a row, on different emulators.</summary>
    public static async Task<string> NewAccount()
    {
        var number = Interlocked.Increment(ref handedOut);
        var emulator = await Running[number % Count].Value;
        return emulator.ConnectionString
            .Replace(UsualKey, Key, StringComparison.Ordinal)
            .Replace(UsualAccount, Name(number / Count), StringComparison.Ordinal);
    }

    // An emulator reads the names of its accounts from its environment, which is that of this process.
    [ModuleInitializer]
    internal static void NameAccounts() => Environment.SetEnvironmentVariable(
        "AZURITE_ACCOUNTS",
        string.Join(';', Enumerable.Range(0, AccountsOfEach).Select(number => $"{Name(number)}:{Key}").Prepend($"{UsualAccount}:{UsualKey}")));

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"account{number:D4}");
}
