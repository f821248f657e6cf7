using System.IO.Compression;
using WelWee3D.Tests.Formats;

namespace WelWee3D.Tests.Exports;

/// <summary>However large the scans are, a package of them is made in the memory that one piece takes.</summary>
public sealed class LargePackagesTests : OwnWorld
{
    private const long MoreThan32Bits = (1L << 32) + 1;

    [Fact]
    public async Task A_file_of_more_than_four_gibibytes_goes_through_and_is_told_whole()
    {
        await using var sink = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 0, FileOptions.DeleteOnClose);
        var before = GC.GetAllocatedBytesForCurrentThread();

        PackageFile file;
        await using (var zip = new ZipArchive(new Forward(sink), ZipArchiveMode.Create, leaveOpen: true))
        {
            var package = new Package(zip, new HashSet<Id>(), PackageRight.Access, World.Instant);
            await package.Copy("scan", "scans/large.stl", "model/stl", new Zeros(MoreThan32Bits), default);
            file = package.Files[0];
        }

        // All of it ran on this thread, for nothing had to wait.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * 1024 * 1024);
        Assert.Equal(MoreThan32Bits, file.Bytes);
        using var read = new ZipArchive(sink, ZipArchiveMode.Read);
        Assert.Equal(MoreThan32Bits, Assert.Single(read.Entries).Length);
    }

    [Fact]
    public async Task Fifty_scans_of_two_gibibytes_fit_in_the_appends_that_a_blob_takes()
    {
        const long mostAppends = 50_000;
        var package = new ExportPackage(world.NewId(), [], new HashSet<Id>(), "");

        Assert.True(await world.Get<ExportPackages>().Make(
            package, (stream, token) => new Zeros(16 * 1024 * 1024).CopyToAsync(stream, token), default));

        var blob = (await world.Get<ExportPackages>().Blob(package.Id).GetPropertiesAsync()).Value;
        Assert.True(blob.ContentLength / blob.BlobCommittedBlockCount * mostAppends > 50L * 2 * 1024 * 1024 * 1024);
    }

    private sealed class Zeros(long length) : ReadOnlyTestStream
    {
        private long left = length;

        protected override int Fill(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, left);
            buffer[..count].Clear();
            left -= count;
            return count;
        }
    }

    /// <summary>What is written to a blob: forward, and never looked at again.</summary>
    private sealed class Forward(Stream sink) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => sink.Position; set => throw new NotSupportedException(); }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        // Zeros take no room on disk when they are passed over.
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (buffer.ContainsAnyExcept((byte)0))
                sink.Write(buffer);
            else
                sink.Seek(buffer.Length, SeekOrigin.Current);
        }

        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
