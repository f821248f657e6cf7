namespace WelWee3D.Formats;

internal static class ScanFormatReaders
{
    /// <summary>
    /// In order of asking; the first that recognises a file reads it. Binary STL has no magic number and may even
    /// begin with "solid", so it goes by sizes and stands before the text format that is known by that word. OBJ has no mark
    /// at all, and stands last.
    /// </summary>
    public static readonly IReadOnlyList<IScanFormatReader> All =
    [
        new BinaryStlReader(),
        new AsciiStlReader(),
        new PlyReader(),
        new ObjReader(),
    ];

    /// <summary>Each has a mark of its own.</summary>
    public static readonly IReadOnlyList<ISeekingFormatReader> Seeking =
    [
        new GlbReader(),
        new ZipReader(),
    ];
}
