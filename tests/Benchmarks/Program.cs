using WelWee3D.Benchmarks;

Func<Task>? benchmark = args switch
{
    ["sweep-idle"] => SweepIdle.Run,
    ["sweep-due"] => SweepDue.Run,
    ["scan-reading"] => ScanReadingSpeed.Run,
    ["upload"] => UploadSpeed.Run,
    ["package"] => PackageSpeed.Run,
    _ => null,
};
if (benchmark is null)
{
    Console.Error.WriteLine("Name one: sweep-idle, sweep-due, scan-reading, upload or package.");
    return 2;
}
await benchmark();
return 0;
