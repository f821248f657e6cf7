namespace WelWee3D.Local;

/// <summary>What the command line of <see cref="UploadCommand"/> says.</summary>
/// <param name="Order">Whose scan it is; null opens one.</param>
/// <param name="PieceSize">Bytes in one request; null is what the app asks for.</param>
internal sealed record UploadOptions(string File, int Port, string? Order = null, long? PieceSize = null)
{
    public const string Usage = "Usage: dotnet run --project local -- upload <file> [--order <id>] [--piece <MiB>] [--port <7071>]";

    /// <returns>Null where the arguments make no sense.</returns>
    public static UploadOptions? Parse(ReadOnlySpan<string> args) => args switch
    {
        [var file, .. var rest] => Parse(rest, new UploadOptions(file, Options.Default.Port)),
        _ => null,
    };

    private static UploadOptions? Parse(ReadOnlySpan<string> args, UploadOptions options) => args switch
    {
        [] => options,
        ["--order", var order, .. var rest] => Parse(rest, options with { Order = order }),
        ["--piece", var size, .. var rest] when Options.Number(size) is { } mebibytes => Parse(rest, options with { PieceSize = (long)mebibytes << 20 }),
        ["--port", var port, .. var rest] when Options.Number(port) is { } number => Parse(rest, options with { Port = number }),
        _ => null,
    };
}
