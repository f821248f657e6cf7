namespace WelWee3D.Tests.Retention;

/// <summary>Makes storage calls take turns that are different for every seed.</summary>
internal sealed class Interleaving(int seed)
{
    private const int Longest = 12;

    private readonly Lock drawing = new();
    private readonly Random random = new(seed);

    public Task Wait()
    {
        int wait;
        lock (drawing)
            wait = random.Next(3) == 0 ? random.Next(1, Longest) : 0;
        return wait == 0 ? Task.CompletedTask : Task.Delay(wait);
    }
}
