using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace WelWee3D.Tests.Scans.Uploads;

/// <summary>Bodies that end before their time, with no network between: every byte that was read is kept.</summary>
[Collection(nameof(UploadApp))]
public sealed class BrokenBodyTests(UploadApp app)
{
    private const int Block = 4 << 20;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Block - 1)]
    [InlineData(Block)]
    [InlineData(Block + 1)]
    public async Task What_came_before_the_break_is_kept_to_the_byte(int sent)
    {
        var path = await app.Create(await app.OpenOrder(), 2 * Block);

        var offset = await Append(path, new BrokenStream(UploadApp.File(sent), _ => throw new IOException("Broken.")));

        Assert.Equal(UploadApp.Number(sent), offset);
        Assert.Equal(sent, await app.Offset(path));
    }

    [Fact]
    public async Task A_client_that_falls_silent_is_not_waited_for()
    {
        var path = await app.Create(await app.OpenOrder(), 100);

        var offset = await Append(path, new BrokenStream([1, 2, 3], cancellation => Task.Delay(Timeout.Infinite, cancellation)));

        Assert.Equal("3", offset);
        using var next = await app.Append(path, 3, [4]);
        Assert.Equal(204, (int)next.StatusCode);
    }

    private async Task<string?> Append(string path, Stream body)
    {
        var context = new DefaultHttpContext { RequestServices = app.Services };
        context.Request.Method = "PATCH";
        context.Request.ContentType = "application/offset+octet-stream";
        context.Request.Headers.Authorization = $"Bearer {app.Token}";
        context.Request.Headers["Tus-Resumable"] = "1.0.0";
        context.Request.Headers["Upload-Offset"] = "0";
        context.Request.Body = body;
        var function = ActivatorUtilities.CreateInstance<AppendToUpload>(
            app.Services, app.Services.GetRequiredService<FrontDoor>(), new HastyClock(app.Clock));

        var answer = await function.Run(context.Request, path[^32..], CancellationToken.None);

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

    /// <summary>Waits a hundredth of a second where it should wait longer.</summary>
    private sealed class HastyClock(TimeProvider clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new HastyTimer(base.CreateTimer(callback, state, Hasten(dueTime), period));

        private static TimeSpan Hasten(TimeSpan wait) =>
            wait == Timeout.InfiniteTimeSpan ? wait : TimeSpan.FromMilliseconds(10);

        private sealed class HastyTimer(ITimer timer) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Hasten(dueTime), period);

            public void Dispose() => timer.Dispose();

            public ValueTask DisposeAsync() => timer.DisposeAsync();
        }
    }
}
