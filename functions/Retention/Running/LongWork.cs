using WelWee3D.Http;

namespace WelWee3D.Retention.Running;

/// <summary>How long a caller waits.</summary>
/// <param name="AnswerWithin">What takes longer is answered with its run. Azure cuts a request off at 230 seconds.</param>
public sealed record Waiting(TimeSpan AnswerWithin);

/// <summary>
/// Work that may take longer than a request. It is written down before it begins; what is done in time is the answer, and
/// otherwise the answer is its run, which a timer goes on with, also after a stop.
/// </summary>
public sealed class LongWork(OpenRuns open, RunLog runs, IEnumerable<IRunWork> works, Waiting waiting, TimeProvider clock)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(1);

    public OpenRun New(string kind, string askedBy, IReadOnlyList<string>? subjects = null, IReadOnlyList<string>? items = null)
    {
        var now = clock.GetUtcNow();
        return new(Id.New(now), kind, askedBy, now, subjects ?? [], items ?? []);
    }

    /// <param name="work">Given the id of its run.</param>
    /// <param name="accepted">What is told beside the run when it takes longer.</param>
    public async Task<IResult> Answer(
        HttpRequest request, OpenRun asked, Func<CancellationToken, Task<IResult>> work, CancellationToken cancellation,
        Func<Id, object>? accepted = null)
    {
        var run = await open.Add(asked, cancellation);
        var later = Answers.Accepted(ApiPaths.Of($"retention/runs/{run.Id}"), accepted?.Invoke(run.Id) ?? new Accepted(run.Id));
        if (WantsNotToWait(request) || waiting.AnswerWithin <= TimeSpan.Zero)
        {
            await open.Leave(run, cancellation);
            return later;
        }
        using var enough = new CancellationTokenSource(waiting.AnswerWithin, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, enough.Token);
        try
        {
            var answer = await work(either.Token);
            await open.Close(run, cancellation);
            return answer;
        }
        catch (Exception) when (enough.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            await open.Leave(run, cancellation);
            return later;
        }
        // It failed, and whoever asked hears of it: nobody goes on with it unasked. One that was stopped is gone on with.
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            await open.Close(run, cancellation);
            throw;
        }
    }

    /// <summary>Goes on with what was left, or with what a process was at when it died.</summary>
    public async Task GoOn(CancellationToken cancellation)
    {
        await foreach (var left in open.Left(cancellation))
            if (works.FirstOrDefault(each => each.Kind == left.Kind) is { } work && await open.Claim(left, cancellation) is { } run)
            {
                // Its last step may have been all that was left. What failed is tried again: nobody else would.
                if (await runs.Find(run.Id, cancellation) is not { Complete: true })
                    await Keep(run, work.CarryOut(run, cancellation), cancellation);
                await open.Close(run, cancellation);
            }
        await open.Tidy(cancellation);
    }

    /// <summary>Says now and then that somebody is at it.</summary>
    private async Task Keep(OpenRun run, Task work, CancellationToken cancellation)
    {
        while (await Task.WhenAny(work, Task.Delay(Beat, clock, cancellation)) != work && !cancellation.IsCancellationRequested)
            run = await open.Claim(run, cancellation) ?? run;
        await work;
    }

    // RFC 7240.
    private static bool WantsNotToWait(HttpRequest request) =>
        request.Headers["Prefer"].Any(value => value?.Split(',').Any(each => each.Trim().Equals("respond-async", StringComparison.OrdinalIgnoreCase)) is true);

    /// <summary>What is told of work that takes longer.</summary>
    internal sealed record Accepted(Id Run);
}
