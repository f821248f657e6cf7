using System.Text.Json.Nodes;

namespace WelWee3D.Tests.Infra;

/// <summary>A snapshot that is being changed.</summary>
internal sealed class Changed(JsonNode snapshot)
{
    private JsonArray Resources => snapshot["predictedResources"]!.AsArray();

    public void Set(string type, string name, string path, JsonNode? value)
    {
        var parts = path.Split('.');
        var at = parts[..^1].Aggregate((JsonNode)Find(type, name), (node, part) => node is JsonArray list ? list[int.Parse(part, CultureInfo.InvariantCulture)]! : node[part] ??= new JsonObject());
        at[parts[^1]] = value;
    }

    public void Unset(string type, string name, string path)
    {
        var parts = path.Split('.');
        Assert.True(parts[..^1].Aggregate((JsonNode)Find(type, name), (node, part) => node[part]!).AsObject().Remove(parts[^1]));
    }

    public void Remove(string type, string name) => Assert.True(Resources.Remove(Find(type, name)));

    public void Add(string type, string name, string properties = "{}") => Resources.Add(
        new JsonObject { ["id"] = name, ["type"] = type, ["name"] = name, ["properties"] = JsonNode.Parse(properties) });

    /// <summary>Changes the rule that cuts links, wherever it has that word.</summary>
    public void Redaction(string former, string now)
    {
        foreach (var flow in Resources.Single(each => (string)each!["type"]! == "Microsoft.Insights/dataCollectionRules")!["properties"]!["dataFlows"]!.AsArray())
            flow!["transformKql"] = Regex.Replace((string)flow["transformKql"]!, $@"\b{former}\b", now);
    }

    public void Output(string name, string value) => snapshot["outputs"]![name] = value;

    /// <summary>Gives a role in the place of another one.</summary>
    public void Role(string where, string former, string now) => Assignment(where, former)["roleDefinitionId"] = now;

    /// <summary>Gives a role on the whole account of a container or queue.</summary>
    public void OnAccount(string account, string within)
    {
        var assignment = Assignment(within, role: "").Parent!;
        assignment["id"] = Regex.Replace(
            (string)assignment["id"]!, $"'[^']*', '{account}', 'default', {within}", $"'{Deployment.Accounts}', '{account}'");
    }

    /// <summary>Gives a role to somebody else.</summary>
    public void Principal(string where, string now) => Assignment(where, role: "")["principalId"] = now;

    private JsonNode Assignment(string where, string role) => Resources.Single(each => (string)each!["type"]! == "Microsoft.Authorization/roleAssignments"
        && ((string)each["name"]!).Contains(where, StringComparison.Ordinal)
        && ((string)each["properties"]!["roleDefinitionId"]!).Contains(role, StringComparison.Ordinal))!["properties"]!;

    private JsonObject Find(string type, string name) => Resources.Select(each => each!.AsObject())
        .Last(each => (string)each["type"]! == type && ((string)each["name"]! == name || ((string)each["name"]!).EndsWith($"/{name}", StringComparison.Ordinal)));
}
