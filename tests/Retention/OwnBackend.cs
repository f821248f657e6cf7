namespace WelWee3D.Tests.Retention;

/// <summary>One emulator for all tests of a class, each of which empties it first.</summary>
public sealed class OwnBackend : IAsyncLifetime
{
    internal Backend App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await Backend.Start(new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));

    public async Task DisposeAsync() => await App.DisposeAsync();
}
