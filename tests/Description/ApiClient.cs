namespace WelWee3D.Tests.Description;

/// <summary>A client in TypeScript that openapi-typescript makes from the description, compiled and run on Node.</summary>
internal static class ApiClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <returns>What it says of each of its steps.</returns>
    public static async Task<string[]> Run(string description, Uri address, string token)
    {
        using var patience = new CancellationTokenSource(Patience);
        var packages = new NodePackages(typeof(ApiClient).Assembly);
        await packages.Install(patience.Token);
        var command = packages.Command("node", [Path.Combine("Description", "api-client.mjs")]);
        (command.Environment["ADDRESS"], command.Environment["TOKEN"]) = (address.ToString(), token);
        using var node = NodePackages.Run(command);
        try
        {
            await node.StandardInput.WriteAsync(description.AsMemory(), patience.Token);
            node.StandardInput.Close();
            var errors = node.StandardError.ReadToEndAsync(patience.Token);
            var output = await node.StandardOutput.ReadToEndAsync(patience.Token);
            await node.WaitForExitAsync(patience.Token);
            Assert.True(node.ExitCode == 0, $"{output}\n{await errors}");
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            if (!node.HasExited)
                node.Kill(entireProcessTree: true);
        }
    }
}
