namespace Azure.Data.Tables;

internal sealed record TableConnectionString(Uri Endpoint, string AccountName, byte[] AccountKey)
{
    private const string Emulator =
        "AccountName=devstoreaccount1;" +
        "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;" +
        "TableEndpoint=http://127.0.0.1:10002/devstoreaccount1";

    public static TableConnectionString Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var settings = Settings(text);
        if (settings.TryGetValue("UseDevelopmentStorage", out var emulator) && bool.Parse(emulator))
            settings = Settings(Emulator);

        var account = Required("AccountName");
        var endpoint = settings.TryGetValue("TableEndpoint", out var explicitly)
            ? explicitly
            : $"{settings.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{account}.table."
                + settings.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return new TableConnectionString(new Uri(endpoint), account, Convert.FromBase64String(Required("AccountKey")));

        string Required(string name) => settings.TryGetValue(name, out var value)
            ? value
            : throw new FormatException($"The connection string has no {name}.");
    }

    private static Dictionary<string, string> Settings(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(setting => setting.Split('=', 2))
            .ToDictionary(
                pair => pair[0],
                pair => pair is [_, var value] ? value : throw new FormatException("Settings must be of the form \"name=value\"."),
                StringComparer.OrdinalIgnoreCase);
}
