using System.Diagnostics;
using System.IO.Compression;
using WelWee3D.Retention;
using WelWee3D.Storage;
using WelWee3D.Tests.Formats;

namespace WelWee3D.Benchmarks;

/// <summary>Three scans of 2 GiB that hardly compress, written into a package that is counted and thrown away.</summary>
internal static class PackageSpeed
{
    private const long Bytes = 2L << 30;
    private const int Scans = 3;

    public static async Task Run()
    {
        var table = new Report("scans", "MB", "MB in zip", "MB/s", "peak MB");
        var sink = new Counting();
        await using var zip = new ZipArchive(sink, ZipArchiveMode.Create, leaveOpen: true);
        var package = new Package(zip, new HashSet<Id>(), PackageRight.Access, new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1)));
        var watch = Stopwatch.StartNew();
        for (var scan = 1; scan <= Scans; scan++)
        {
            await package.Copy($"scan-{scan}", $"scans/{scan}.stl", "model/stl", new Noise(Bytes), default);
            var megabytes = scan * Bytes / (1024.0 * 1024);
            table.Add(scan, megabytes, sink.Position / (1024.0 * 1024), megabytes / watch.Elapsed.TotalSeconds, Memory.PeakMegabytes());
        }
    }

    /// <summary>The same random bytes again and again, farther apart than what compression looks back.</summary>
    private sealed class Noise(long length) : ReadOnlyTestStream
    {
        private readonly byte[] bytes = RandomBytes();
        private long position;

        protected override int Fill(Span<byte> buffer)
        {
            var rest = bytes.AsSpan((int)(position % bytes.Length));
            var count = (int)Math.Min(Math.Min(buffer.Length, rest.Length), length - position);
            rest[..count].CopyTo(buffer);
            position += count;
            return count;
        }

        private static byte[] RandomBytes()
        {
            var random = new byte[1024 * 1024];
            new Random(1).NextBytes(random);
            return random;
        }
    }

    private sealed class Counting : Stream
    {
        private long written;

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => written; set => throw new NotSupportedException(); }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            written += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override void Write(byte[] buffer, int offset, int count) => written += count;
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
