namespace WelWee3D.Tests;

/// <summary>Waits for what comes about elsewhere: looks often, and gives up after a while.</summary>
internal static class Eventually
{
    private const int Looks = 300;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    public static async Task<T> Find<T>(Func<Task<T>> look, Func<T, bool> enough)
    {
        var found = await look();
        for (var looks = 1; looks < Looks && !enough(found); looks++)
        {
            await Task.Delay(Between);
            found = await look();
        }
        Assert.True(enough(found), $"Waited for something that did not come about; the last look found: {found}");
        return found;
    }

    public static Task True(Func<bool> condition) => Find(() => Task.FromResult(condition()), come => come);
}
