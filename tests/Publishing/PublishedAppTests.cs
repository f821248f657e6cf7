namespace WelWee3D.Tests.Publishing;

/// <summary>What the worker SDK writes for the Functions host, held against what the local host finds by itself.</summary>
public sealed class PublishedAppTests(PublishedApp app) : IClassFixture<PublishedApp>
{
    [Fact]
    public void The_Functions_host_is_told_of_the_functions_that_the_local_host_runs()
    {
        var told = Json("functions.metadata").EnumerateArray().Select(Told);

        Assert.Equal(Found().Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_assembly_that_the_host_starts_is_there()
    {
        var worker = Json("worker.config.json").GetProperty("description");

        Assert.Equal("dotnet", Text(worker, "defaultExecutablePath"));
        Assert.Equal($"{typeof(Services).Assembly.GetName().Name}.dll", Text(worker, "defaultWorkerPath"));
        Assert.True(File.Exists(Path.Combine(app.Folder, Text(worker, "defaultWorkerPath")!)));
        Assert.All(Json("functions.metadata").EnumerateArray(), function =>
            Assert.Equal(Text(worker, "defaultWorkerPath"), Text(function, "scriptFile")));
    }

    [Fact]
    public void The_extensions_that_the_host_loads_are_there()
    {
        var extensions = Json("extensions.json").GetProperty("extensions").EnumerateArray().ToArray();

        Assert.Contains("AzureStorageBlobs", extensions.Select(extension => Text(extension, "name")));
        Assert.All(extensions, extension => Assert.True(File.Exists(Path.Combine(app.Folder, Text(extension, "hintPath")!))));
    }

    [Fact]
    public void The_pages_are_there_as_they_were_built() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Source.Root, "web", "dist")).Where(file => Path.GetFileName(file) != ".built"),
        file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(app.Folder, "pages", Path.GetFileName(file)))));

    [Fact]
    public void The_host_has_the_settings_that_the_local_host_reads() =>
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")), app.Read("host.json"));

    private static IEnumerable<string> Found()
    {
        var catalog = new FunctionCatalog(typeof(Services).Assembly);
        return
        [
            .. catalog.With<HttpTriggerAttribute>().Select(f =>
                $"{f.Function.Name}: httpTrigger {f.Trigger.AuthLevel} {string.Join(',', f.Trigger.Methods!)} {f.Trigger.Route}"),
            .. catalog.With<TimerTriggerAttribute>().Select(f => $"{f.Function.Name}: timerTrigger {f.Trigger.Schedule}"),
            .. catalog.With<BlobTriggerAttribute>().Select(f =>
                $"{f.Function.Name}: blobTrigger {f.Trigger.BlobPath} {f.Trigger.Source} {f.Trigger.Connection}"),
        ];
    }

    private static string Told(JsonElement function)
    {
        var trigger = function.GetProperty("bindings").EnumerateArray().Single(binding => Text(binding, "type")!.EndsWith("Trigger", StringComparison.Ordinal));
        var how = Text(trigger, "type") switch
        {
            "httpTrigger" => $"{Text(trigger, "authLevel")} {string.Join(',', trigger.GetProperty("methods").EnumerateArray())} {Text(trigger, "route")}",
            "timerTrigger" => Text(trigger, "schedule"),
            "blobTrigger" => $"{Text(trigger, "path")} {Text(trigger, "source")} {Text(trigger, "connection")}",
            _ => null,
        };
        return $"{Text(function, "name")}: {Text(trigger, "type")} {how}";
    }

    private JsonElement Json(string file) => JsonSerializer.Deserialize<JsonElement>(app.Read(file));

    private static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) ? value.GetString() : null;
}
