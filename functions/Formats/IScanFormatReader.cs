namespace WelWee3D.Formats;

/// <summary>
/// Reads one kind of file. The content comes once, forward only; a reader keeps no more of it than a buffer.
/// What it leaves unread is read on for the hash.
/// </summary>
/// <remarks>
/// The shape was weighed for the formats still to come. GLB: its JSON, with every transform, precedes the positions.
/// OBJ and PLY: only vertices that faces use count for the bounds, so positions go to a temporary file, with one bit
/// for each in memory, and are gone through again at the end. 3MF: transforms follow the meshes they move and the
/// zip's directory comes last, so it needs the same temporary file.
/// </remarks>
internal interface IScanFormatReader
{
    ScanFormat Format { get; }

    /// <param name="head">The first bytes, at most <see cref="ScanReading.HeadSize"/>; all there are in a small file.</param>
    /// <param name="length">The size of the whole file.</param>
    bool Recognises(ReadOnlySpan<byte> head, long length);

    /// <summary>Damage is an answer, not an exception; only what the stream itself throws gets out.</summary>
    Task<Mesh> Read(Stream content, CancellationToken cancellation);
}
