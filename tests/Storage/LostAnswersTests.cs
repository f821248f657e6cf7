using Azure.Core;

namespace WelWee3D.Tests.Storage;

/// <summary>
/// The network loses the answer of one call that has taken effect, whichever; the client repeats the call, and meets what it
/// did. Whoever asked gets the answer as if nothing had been lost, and there is one record.
/// </summary>
public sealed class LostAnswersTests : OwnWorld
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public Task Opening_an_order() => AtEachCall(async (app, done) =>
    {
        var answer = await app.Ask<OpenOrder>((open, request) => open.Run(request, None), new { name = "Anna", email = Make.Email, language = "nl" });

        Assert.Equal(201, answer.StatusCode);
        Assert.Equal(done, (await world.Storage.Rows(OrderStore.TableName)).Count);
        Assert.Equal(done, (await world.DueRows()).Count);
    });

    [Fact]
    public Task A_message() => AtEachCall(async (app, done) =>
    {
        var answer = await app.Ask<SubmitContactForm>(
            (submit, request) => submit.Run(request, None), new { name = "Anna", email = Make.Email, message = "Kan het ook zittend?" });

        Assert.Equal(202, answer.StatusCode);
        Assert.Equal(done, (await world.Storage.Rows(ContactMessages.TableName)).Count);
    });

    [Fact]
    public async Task An_upload_that_becomes_a_scan()
    {
        var order = await world.Given.Order();
        await AtEachCall(async (app, done) =>
        {
            var store = app.Get<UploadStore>();
            var upload = await store.Add(store.Begin(order, Make.Metadata(order.Id) with { Again = true }, Make.File.Length), None);
            await using var turn = (await store.TakeTurn(upload, 0, counts: true))!;
            await world.Given.Stage(turn.Upload, Make.File);

            Assert.Equal(Completion.Done, (await store.Complete(turn)).Completion);

            Assert.True((await store.Find(upload.Id, None))!.IsComplete);
            Assert.Equal(done, (await app.Get<OrderStore>().Find(order.Id, None))!.Scans.Count);
            Assert.Equal(done, (await world.Storage.BlobNames()).Count);
        });
    }

    [Fact]
    public Task A_sweep_that_destroys() => AtEachCall(
        async () =>
        {
            await world.Given.Message(on: world.Today.AddYears(-6));
            await world.Given.OrderWithScan(agreed: order => order with { ShippedOn = world.Today.AddYears(-1), OpenedOn = world.Today.AddYears(-6) });
        },
        async (app, done) =>
        {
            var run = await app.Get<Sweep>().Run("sweep", None);
            // Who does not hear that the letter about it is theirs leaves it for five minutes, and its order to the next night.
            world.Wait(TimeSpan.FromMinutes(6));
            await world.Function<SendLetters>().Run(new(), None);
            var next = await world.Get<Sweep>().Run("sweep", None);

            Assert.Empty(run.Unfinished.Concat(next.Unfinished));
            var certified = await world.Certified();
            Assert.All(certified.Values, count => Assert.Equal(1, count));
            Assert.Equal(3 * done, certified.Count);
            Assert.Equal(3, run.Destroyed.Values.Concat(next.Destroyed.Values).Sum());
            Assert.Empty(await world.Storage.Rows(ContactMessages.TableName));
            Assert.Empty(await world.Storage.Rows(OrderStore.TableName));
            Assert.Empty(await world.Storage.BlobNames());
        });

    [Fact]
    public async Task A_package_of_everything_about_somebody()
    {
        // Random, so that it does not become one piece when compressed.
        var file = new byte[3 * 1024 * 1024];
        new Random(1).NextBytes(file);
        await world.Given.OrderWithScan(file: file, read: false);
        var packages = world.Get<ExportPackages>();
        await AtEachCall(() => packages.DeleteCopies(records: null, None), async (app, _) =>
        {
            var answer = await app.Export(Make.Email);

            Assert.Equal(201, answer.StatusCode);
            var package = Assert.Single(await packages.All(None).ToListAsync());
            Assert.True((await packages.Find(package.Item.Id, None))!.IsWhole);
            var content = await packages.Blob(package.Item.Id).DownloadContentAsync();
            using var opened = new OpenedPackage(content.Value.Content.ToStream());
            Assert.Equal(opened.Resources.Count + 1, opened.Entries.Count);
        });
    }

    private Task AtEachCall(Func<World, int, Task> act) => AtEachCall(() => Task.CompletedTask, act);

    /// <summary>
    /// Does it again and again, losing the answer of a later call each time, until none is left to lose. A call that reads takes
    /// no effect: losing its answer is asking twice.
    /// </summary>
    private async Task AtEachCall(Func<Task> prepare, Func<World, int, Task> act)
    {
        var lost = new LostAnswer(0);
        for (var done = 1; done == 1 || lost.WasLost; done++)
        {
            lost = new(done);
            await prepare();
            await using var app = world.Beside(calls => calls.After = lost.After);
            try
            {
                await act(app, done);
            }
            catch (Exception failure)
            {
                Assert.Fail($"Losing the answer of call {done}, {lost.Call}: {failure}");
            }
        }
    }

    private sealed class LostAnswer(int atCall)
    {
        private int calls;

        public bool WasLost => calls >= atCall;

        public string? Call { get; private set; }

        public Task After(Request request)
        {
            if (request.Reads() || Interlocked.Increment(ref calls) != atCall)
                return Task.CompletedTask;
            Call = $"{request.Method} {request.Uri.Path}";
            throw new IOException("The answer was lost.");
        }
    }
}
