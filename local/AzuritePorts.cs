namespace WelWee3D.Local;

/// <summary>Where the emulator listens; 0 leaves the choice to the system.</summary>
public sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    public static readonly AzuritePorts Usual = new(10000, 10001, 10002);
    public static readonly AzuritePorts Any = new(0, 0, 0);

    /// <summary>The usual ones, unless the app itself is to have one of them.</summary>
    public static AzuritePorts Beside(int port) => port == Usual.Blob || port == Usual.Queue || port == Usual.Table ? Any : Usual;
}
