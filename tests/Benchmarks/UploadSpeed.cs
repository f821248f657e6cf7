namespace WelWee3D.Benchmarks;

internal static class UploadSpeed
{
    public static Task Run() => Task.CompletedTask;
}
