using WelWee3D.Benchmarks;

// What one of the measurements starts.
if (args is [StartRows.App or StartRows.Empty, ..])
{
    await StartRows.Serve(args[0], args.ElementAtOrDefault(1));
    return 0;
}
Dictionary<string, Func<Table, Task>> parts = new()
{
    ["uploads"] = UploadRows.Add,
    ["reading"] = ReadingRows.Add,
    ["peers"] = PeerRows.Add,
    ["packages"] = PackageRows.Add,
    ["start"] = StartRows.Add,
    ["messages"] = MessageRows.Add,
    ["sweeps"] = SweepRows.Add,
};
Dictionary<string, Func<Task>> alone = new()
{
    ["sweep-idle"] = SweepIdle.Run,
    ["sweep-due"] = SweepDue.Run,
    ["scan-reading"] = ScanReadingSpeed.Run,
    ["scan-memory"] = ScanReadingMemory.Run,
    ["package"] = PackageSpeed.Run,
};
const string json = "--json";
var asked = args.Where(argument => argument != json).ToList();
if (asked is [var name] && alone.TryGetValue(name, out var benchmark))
{
    await benchmark();
    return 0;
}
if (asked.Find(each => !parts.ContainsKey(each)) is not null)
{
    Console.Error.WriteLine($"All that has a target is measured without a name; or some of {string.Join(", ", parts.Keys)}; or one of {string.Join(", ", alone.Keys)}.");
    return 2;
}
var table = new Table(isJson: args.Contains(json));
table.Begin();
foreach (var (part, add) in parts)
    if (asked.Count == 0 || asked.Contains(part))
        await add(table);
table.End();
return 0;
