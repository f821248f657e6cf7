namespace WelWee3D.Tests.Description;

/// <summary>A practice on the day of the description's examples, with all that can be set up.</summary>
public sealed class PracticeWorld : HttpWorld
{
    private readonly ECDsa sendGrid = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    protected override WorldOptions Options => new()
    {
        At = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1)),
        Settings = new Dictionary<string, string?>
        {
            ["Mail:SendGridVerification"] = Convert.ToBase64String(sendGrid.ExportSubjectPublicKeyInfo()),
            ["Visits:Pages:0"] = "/tarieven",
            ["Printers:0:Name"] = "Voorbeeldprinter",
            ["Printers:0:Recipient"] = "PRINTER",
            ["Printers:0:Width"] = "300",
            ["Printers:0:Depth"] = "300",
            ["Printers:0:Height"] = "300",
            ["Printers:0:MostTriangles"] = "1000000",
            ["Printers:0:GramsPerCubicCentimetre"] = "1.01",
            ["Printers:0:PricePerGram"] = "0.65",
            ["Printers:0:FixedPrice"] = "7.50",
        },
    };

    /// <summary>As SendGrid signs what it tells.</summary>
    public string SignatureOf(byte[] told) => Convert.ToBase64String(sendGrid.SignData(told, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
}
