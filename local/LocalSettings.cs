using System.Security.Cryptography;
using WelWee3D.Storage;

namespace WelWee3D.Local;

/// <summary>The app's settings, as they are on one machine.</summary>
internal static class LocalSettings
{
    public static Dictionary<string, string?> For(string baseAddress, string storage) => new()
    {
        ["AzureWebJobsStorage"] = storage,
        [Accounts.Records] = storage,
        [Accounts.Scans] = storage,
        [Accounts.Ledger] = storage,
        ["Staff:Authority"] = Authority(baseAddress),
        ["Staff:Audience"] = LocalSignIn.Audience,
        ["Contact:TrustedProxies"] = "0",
        // So that a form can be sent by hand.
        ["Contact:RequireProof"] = "false",
        ["Visits:Pages:0"] = "/",
        ["Visits:Pages:1"] = "/tarieven",
        ["Quotes:Sender:0"] = "Verloskundigenpraktijk Wel & Wee",
        // An example: what a nylon printer takes and might cost.
        ["Printers:0:Name"] = "PA12",
        ["Printers:0:Recipient"] = "PRINTER",
        ["Printers:0:Width"] = "300",
        ["Printers:0:Depth"] = "300",
        ["Printers:0:Height"] = "300",
        ["Printers:0:MostTriangles"] = "2000000",
        ["Printers:0:GramsPerCubicCentimetre"] = "1.01",
        ["Printers:0:PricePerGram"] = "0.65",
        ["Printers:0:FixedPrice"] = "7.50",
        ["Mail:SendGridHost"] = $"{baseAddress}/local/sendgrid",
        ["Mail:SendGridKey"] = "local",
        ["Mail:From"] = "3d@welenweeverloeskundigen.nl",
        ["Contact:Colleagues:0"] = "praktijk=3d@welenweeverloeskundigen.nl",
        ["Mail:Mailboxes:0"] = "PRAKTIJK",
        ["Mail:Practice"] = "3d@welenweeverloeskundigen.nl",
        ["Mail:AppAddress"] = baseAddress,
        ["Subjects:HmacKey"] = NewKey(),
    };

    public static string Authority(string baseAddress) => $"{baseAddress}/local";

    public static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
