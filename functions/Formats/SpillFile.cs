using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace WelWee3D.Formats;

/// <summary>
/// Pages of positions that are too many for memory. The file has no name any more once it is open, so that a crash takes it
/// along, and what is in it is encrypted by a key that is in memory alone.
/// </summary>
internal sealed class SpillFile : IDisposable
{
    private const int TagSize = 16;

    private readonly SafeFileHandle file;
    private readonly AesGcm cipher;
    private readonly byte[] sealedPage;

    public SpillFile(int pageBytes)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose | FileOptions.RandomAccess);
        // Windows deletes it itself when the process ends, and not before.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        var key = RandomNumberGenerator.GetBytes(32);
        cipher = new AesGcm(key, TagSize);
        CryptographicOperations.ZeroMemory(key);
        sealedPage = new byte[pageBytes + TagSize];
    }

    /// <summary>To be asked once for each page: its number is the nonce.</summary>
    public void Write(long page, ReadOnlySpan<byte> bytes)
    {
        cipher.Encrypt(Nonce(page), bytes, sealedPage.AsSpan(TagSize), sealedPage.AsSpan(0, TagSize));
        RandomAccess.Write(file, sealedPage, page * sealedPage.Length);
    }

    public void Read(long page, Span<byte> bytes)
    {
        for (var done = 0; done < sealedPage.Length;)
        {
            var read = RandomAccess.Read(file, sealedPage.AsSpan(done), page * sealedPage.Length + done);
            done += read > 0 ? read : throw new EndOfStreamException();
        }
        cipher.Decrypt(Nonce(page), sealedPage.AsSpan(TagSize), sealedPage.AsSpan(0, TagSize), bytes);
    }

    private static ReadOnlySpan<byte> Nonce(long page)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64LittleEndian(nonce, page);
        return nonce;
    }

    public void Dispose()
    {
        file.Dispose();
        cipher.Dispose();
    }
}
