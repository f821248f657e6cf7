using System.Net.Http.Headers;

namespace WelWee3D.Tests.Uploads;

/// <summary>Alone, for what others use would be counted too.</summary>
[CollectionDefinition(nameof(UploadMemoryTests), DisableParallelization = true)]
public sealed class UploadMemoryIsMeasuredAlone : ICollectionFixture<HttpWorld>;

[Collection(nameof(UploadMemoryTests))]
public sealed class UploadMemoryTests(HttpWorld http)
{
    private readonly TusClient tus = new(http);

    private const long Megabyte = 1 << 20;

    [Fact]
    public async Task A_large_file_passes_through_little_memory()
    {
        var path = await tus.Create(await tus.OpenOrder(), 300 * Megabyte + 1);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        // As much at once as the Functions host takes.
        foreach (var offset in new[] { 0, 100 * Megabyte, 200 * Megabyte })
        {
            var content = new Megabytes(100);
            using var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = content };
            request.Headers.Add("Tus-Resumable", "1.0.0");
            request.Headers.Add("Upload-Offset", TusClient.Number(offset));
            using var answer = await http.Staff.SendAsync(request);

            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            Assert.InRange(content.Peak - before, 0, 60 * Megabyte);
        }
        Assert.Equal(300 * Megabyte, await tus.Offset(path));
        using var ended = await tus.Send(HttpMethod.Delete, path);
    }

    /// <summary>Looks at the memory in use as it is read.</summary>
    private sealed class Megabytes : HttpContent
    {
        private readonly int count;

        public Megabytes(int count)
        {
            this.count = count;
            Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        }

        public long Peak { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var bytes = new byte[Megabyte];
            for (var sent = 0; sent < count; sent++)
            {
                await stream.WriteAsync(bytes);
                Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: false));
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = count * Megabyte;
            return true;
        }
    }
}
