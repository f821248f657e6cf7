namespace WelWee3D.Tests.Uploads;

/// <summary>Bodies that end before their time, with no network between: every byte that was read is kept.</summary>
public sealed class BrokenBodyTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;
    private readonly TusClient tus = new(http);

    private const int Block = 4 << 20;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Block - 1)]
    [InlineData(Block)]
    [InlineData(Block + 1)]
    public async Task What_came_before_the_break_is_kept_to_the_byte(int sent)
    {
        var path = await tus.Create(await tus.OpenOrder(), 2 * Block);

        var offset = await Append(path, new BrokenStream(TusClient.File(sent), _ => throw new IOException("Broken.")));

        Assert.Equal(TusClient.Number(sent), offset);
        Assert.Equal(sent, await tus.Offset(path));
    }

    [Fact]
    public async Task A_client_that_falls_silent_is_not_waited_for()
    {
        var path = await tus.Create(await tus.OpenOrder(), 100);

        var offset = await Append(path, new BrokenStream([1, 2, 3], FallSilent));

        Assert.Equal("3", offset);
        using var next = await tus.Append(path, 3, [4]);
        Assert.Equal(204, (int)next.StatusCode);
    }

    private Task FallSilent(CancellationToken cancellation)
    {
        world.Wait(UploadTurn.Length);
        return Task.Delay(Timeout.Infinite, cancellation);
    }

    private async Task<string?> Append(string path, Stream body)
    {
        var context = new DefaultHttpContext { RequestServices = world.Services };
        context.Request.Method = "PATCH";
        context.Request.ContentType = "application/offset+octet-stream";
        context.Request.Headers.Authorization = $"Bearer {tus.Token}";
        context.Request.Headers["Tus-Resumable"] = "1.0.0";
        context.Request.Headers["Upload-Offset"] = "0";
        context.Request.Body = body;
        var answer = await world.Function<AppendToUpload>().Run(context.Request, path[^32..], CancellationToken.None);

        Assert.Equal(204, (answer as IStatusCodeHttpResult)?.StatusCode);
        return context.Response.Headers["Upload-Offset"];
    }

    /// <summary>Gives these bytes, and then does something else than ending.</summary>
    private sealed class BrokenStream(byte[] bytes, Func<CancellationToken, Task> then) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await base.ReadAsync(buffer, cancellationToken);
            if (count == 0)
                await then(cancellationToken);
            return count;
        }
    }
}
