namespace WelWee3D.Tests;

/// <summary>The app's settings, as they are in every test that does not ask for others.</summary>
internal static class Settings
{
    public const string Practice = "practice@voorbeeld.nl";
    public const string Mailbox = "PRAKTIJK";

    public static Dictionary<string, string?> On(string storage) => new()
    {
        ["Records"] = storage,
        ["Scans"] = storage,
        ["Ledger"] = storage,
        ["Subjects:HmacKey"] = Convert.ToBase64String(new byte[32]),
        ["Contact:PerMinute"] = "1000000",
        // The emulators have much to do in a run of all tests.
        ["Storage:Patience"] = "00:00:30",
        ["Contact:RequireProof"] = "false",
        ["Contact:TotalPerMinute"] = "1000000",
        ["Mail:SendGridKey"] = "none",
        ["Mail:From"] = "from@voorbeeld.nl",
        ["Mail:Practice"] = Practice,
        ["Mail:Mailboxes:0"] = Mailbox,
        ["Mail:AppAddress"] = "https://app.voorbeeld.nl",
    };
}
