namespace WelWee3D.Local;

/// <summary>
/// A clock that can be moved, to watch a deadline pass. Only what it says the time is moves: waiting for ten seconds
/// takes ten seconds, whatever the clock did meanwhile. To wait for a moment on it, use <see cref="Reach"/>.
/// </summary>
public sealed class MovableClock : TimeProvider, IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Lock moving = new();
    private TimeSpan offset;
    private CancellationTokenSource moved = new();

    public override DateTimeOffset GetUtcNow()
    {
        lock (moving)
            return base.GetUtcNow() + offset;
    }

    public void MoveTo(DateTimeOffset now)
    {
        CancellationTokenSource before;
        lock (moving)
        {
            offset = now - base.GetUtcNow();
            before = moved;
            moved = new CancellationTokenSource();
        }
        before.Cancel();
    }

    /// <summary>Waits for the moment that follows from the present time.</summary>
    /// <returns>Whether it came; false when the clock was moved before.</returns>
    public async Task<bool> Reach(Func<DateTimeOffset, DateTimeOffset> momentAfter, CancellationToken cancellation)
    {
        CancellationToken hasMoved;
        DateTimeOffset moment;
        lock (moving)
        {
            hasMoved = moved.Token;
            moment = momentAfter(GetUtcNow());
        }
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, hasMoved);
        try
        {
            while (moment - GetUtcNow() is { Ticks: > 0 } left)
                await Task.Delay(left < LongestWait ? left : LongestWait, this, either.Token);
            return true;
        }
        catch (OperationCanceledException) when (hasMoved.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose() => moved.Dispose();
}
