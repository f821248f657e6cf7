using System.Collections.Concurrent;
using System.Net.Sockets;

namespace WelWee3D.Tests.Mail;

/// <summary>A mail server on this machine that speaks SMTP (RFC 5321): it takes what it is sent, or answers a command as it is told to.</summary>
internal sealed class SmtpStandIn : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task listening;

    private SmtpStandIn()
    {
        listener.Start();
        listening = Listen();
    }

    public static SmtpStandIn Start() => new();

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Each letter as it came over the wire.</summary>
    public ConcurrentQueue<string> Received { get; } = [];

    /// <summary>The commands of all, but for what follows DATA.</summary>
    public ConcurrentQueue<string> Commands { get; } = [];

    /// <summary>By the beginning of a command; an empty answer closes the connection.</summary>
    public Dictionary<string, string> Answers { get; } = [];

    public WorldOptions Options(string user = "", string password = "") => new()
    {
        Settings = new Dictionary<string, string?>
        {
            ["Mail:Service"] = "smtp", ["Mail:SendGridKey"] = "", ["Mail:SmtpHost"] = "127.0.0.1", ["Mail:SmtpPort"] = $"{Port}", ["Mail:SmtpSecurity"] = "none",
            ["Mail:SmtpUser"] = user, ["Mail:SmtpPassword"] = password,
        },
    };

    public async ValueTask DisposeAsync()
    {
        if (listening.IsCompleted)
            return;
        await stopping.CancelAsync();
        listener.Stop();
        await listening;
        stopping.Dispose();
    }

    private async Task Listen()
    {
        try
        {
            while (true)
                await Serve(await listener.AcceptTcpClientAsync(stopping.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient connection)
    {
        using var client = connection;
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 stand-in");
        while (await reader.ReadLineAsync(stopping.Token) is { } command)
        {
            Commands.Enqueue(command);
            var answer = Answers.FirstOrDefault(each => command.StartsWith(each.Key, StringComparison.OrdinalIgnoreCase)).Value ?? Usual(command);
            if (answer.Length == 0)
                return;
            await writer.WriteLineAsync(answer);
            if (answer.StartsWith("354", StringComparison.Ordinal))
            {
                Received.Enqueue(await Data(reader));
                await writer.WriteLineAsync(Answers.GetValueOrDefault("END", "250 taken"));
            }
        }
    }

    private static string Usual(string command) => command.Split(' ')[0].ToUpperInvariant() switch
    {
        "EHLO" => "250-stand-in\r\n250-8BITMIME\r\n250 AUTH PLAIN",
        "AUTH" => "235 welcome",
        "DATA" => "354 go on",
        "QUIT" => "221 bye",
        _ => "250 ok",
    };

    private async Task<string> Data(StreamReader reader)
    {
        var lines = new StringBuilder();
        while (await reader.ReadLineAsync(stopping.Token) is { } line && line != ".")
            lines.Append(line).Append('\n');
        return lines.ToString();
    }
}
