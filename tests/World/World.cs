using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using SendGrid;
using WelWee3D.Tests.Mail;
using WelWee3D.Tests.Staff;

namespace WelWee3D.Tests;

/// <summary>The app on an empty account of its own, and a clock that a test moves.</summary>
public sealed class World : IAsyncDisposable
{
    /// <summary>The moment at which every world begins that does not ask for another; another for all by <c>TEST_INSTANT</c>.</summary>
    public static readonly DateTimeOffset Instant = DateTimeOffset.Parse(
        Environment.GetEnvironmentVariable("TEST_INSTANT") ?? "2026-11-22T09:00:00+01:00", CultureInfo.InvariantCulture);

    private static readonly Lazy<Task<Issuer>> SharedIssuer = new(Issuer.Start);

    private readonly WorldOptions options;
    private readonly SignIn? signIn;
    private LocalApp? host;
    private ServiceProvider? ownServices;

    private World(WorldOptions options, Account storage, FakeTimeProvider clock, SignIn? signIn)
    {
        (this.options, Storage, Clock, this.signIn) = (options, storage, clock, signIn);
        Calls = new(storage, storage.SoftDelete);
    }

    public Account Storage { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>Those that this instance of the app makes.</summary>
    public StorageCalls Calls { get; }

    public Given Given => field ??= new(this);

    public IServiceProvider Services => host?.Services ?? ownServices!;

    public Uri Address => host!.BaseAddress;

    public DateTimeOffset Now => Clock.GetUtcNow();

    public DateOnly Today => Clock.Today();

    public static async Task<World> Start(WorldOptions? options = null)
    {
        options ??= new();
        var clock = ClockAt(options.At ?? Instant);
        var issuer = await SharedIssuer.Value;
        var signIn = new SignIn(issuer, new(Microsoft.Extensions.Options.Options.Create(issuer.Options()), clock));
        var world = new World(options, new(options.Storage ?? await Emulators.NewAccount(), clock, options.KeepsDeleted), clock, signIn);
        await world.Run();
        return world;
    }

    /// <summary>The app on storage that is there already, in a process that has no issuer of tokens.</summary>
    public static World On(Account storage, DateTimeOffset at)
    {
        var world = new World(new(), storage, ClockAt(at), signIn: null);
        world.RunWithoutHost();
        return world;
    }

    /// <summary>Another instance of the app, on the same storage and clock, with nothing in memory.</summary>
    public World Beside(Action<StorageCalls>? calls = null)
    {
        var other = new World(options, Storage, Clock, signIn);
        calls?.Invoke(other.Calls);
        other.RunWithoutHost();
        return other;
    }

    /// <summary>Another instance of the app that is set up otherwise.</summary>
    public async Task<World> Beside(WorldOptions otherwise)
    {
        var other = new World(otherwise, Storage, Clock, signIn);
        await other.Run();
        return other;
    }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public IEnumerable<T> GetAll<T>() => Services.GetServices<T>();

    /// <summary>A function of the app.</summary>
    public T Function<T>() => ActivatorUtilities.CreateInstance<T>(Services);

    /// <summary>Forward or back. Who waits for a moment does not notice: only <see cref="Wait"/> ends a wait.</summary>
    public void MoveTo(DateTimeOffset moment) => Clock.AdjustTime(moment);

    /// <summary>To the morning of a day.</summary>
    public void MoveTo(DateOnly day) => MoveTo(Amsterdam.StartOf(day).AddHours(9));

    public void Wait(TimeSpan time) => Clock.Advance(time);

    public Id NewId() => Id.New(Now);

    /// <summary>Sends a request to a function, past HTTP, as a member of staff who is the privacy officer too.</summary>
    public async Task<HttpResponse> Ask<TFunction>(
        Func<TFunction, HttpRequest, Task<IResult>> function, object? json = null, Action<HttpRequest>? compose = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Method = HttpMethods.Post;
        context.Request.Headers.Authorization = $"Bearer {signIn!.Issuer.Token(Now, roles: ["staff", "privacy"])}";
        if (json is not null)
            context.Request.Send("application/json", JsonSerializer.SerializeToUtf8Bytes(json));
        compose?.Invoke(context.Request);
        var result = await function(ActivatorUtilities.CreateInstance<TFunction>(scope.ServiceProvider), context.Request);
        await result.ExecuteAsync(context);
        return context.Response;
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
            await host.DisposeAsync();
        if (ownServices is not null)
            await ownServices.DisposeAsync();
    }

    private async Task Run()
    {
        if (!options.ServesHttp)
        {
            RunWithoutHost();
            var stored = Get<DataInventory>();
            Storage.Late.Add(stored.Tables.Select(table => table.Name));
            await new DataInventory(Get<StorageAccounts>(), tables: [], stored.Containers, stored.Queues).Create(default);
            return;
        }
        host = await LocalApp.Start(new LocalAppOptions
        {
            Storage = Task.FromResult(Storage.ConnectionString),
            RunTimers = false,
            HoldBodies = options.HoldsBodies,
            Settings = OwnSettings(),
            Services = Replace,
        });
    }

    private void RunWithoutHost()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(OwnSettings()).AddInMemoryCollection(
        [
            new("Staff:Authority", signIn?.Issuer.Authority),
            new("Staff:Audience", Issuer.Audience),
        ]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddWelWee3D(settings);
        // Who signs in is none of storage's business: the issuer's keys are fetched once.
        if (signIn is not null)
            services.AddSingleton(signIn.Tokens);
        Replace(services);
        ownServices = services.BuildServiceProvider();
    }

    private Dictionary<string, string?> OwnSettings()
    {
        var settings = Settings.On(Storage.ConnectionString);
        foreach (var (name, value) in options.Settings)
            settings[name] = value;
        return settings;
    }

    private void Replace(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(Clock).AddSingleton<HttpPipelineTransport>(Calls)
            .AddSingleton(options.ClockLimits ?? new ClockLimits(Ahead: int.MaxValue, Back: int.MaxValue));
        // Over HTTP letters come to the local mailbox.
        if (!options.ServesHttp)
            services.AddSingleton<ISendGridClient>(new SendGridStandIn().Client());
        options.Services(services);
    }

    // What is done later is later, if only by a millisecond.
    private static FakeTimeProvider ClockAt(DateTimeOffset moment) => new(moment) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };

    private sealed record SignIn(Issuer Issuer, StaffTokens Tokens);
}
