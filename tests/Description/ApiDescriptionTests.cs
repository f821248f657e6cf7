using System.Text.Json.Nodes;
using WelWee3D.Tests.Http;

namespace WelWee3D.Tests.Description;

/// <summary>What the description says, held against the functions that there are and against what they do.</summary>
public sealed partial class ApiDescriptionTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    [Fact]
    public void Every_function_says_what_it_does_by_each_of_its_methods()
    {
        var silent = from function in HttpFunctions.Every()
                     let trigger = HttpFunctions.All().FirstOrDefault(each => each.Name == function.Name).Trigger
                     where trigger is not null && IsApi(trigger)
                     let described = function.Method.GetCustomAttributes(typeof(DescribesAttribute), inherit: false).Cast<DescribesAttribute>().ToList()
                     from method in trigger.Methods!
                     where !described.Any(each => each.Methods.Length == 0 || each.Methods.Contains(method))
                     select $"{function.Name} ({method})";

        Assert.True(!silent.Any(), $"Put [Describes(\"One sentence.\", Body = [typeof(ItsForm)], Example = a body that works, Answer = typeof(ItsView), Also = [409])] under [Function] of: {string.Join(", ", silent)}");
    }

    [Fact]
    public async Task It_has_every_function_and_method_and_nothing_else()
    {
        var api = await DescribedApi.Of(http);

        Assert.Equal(
            Sorted(from function in HttpFunctions.All() where IsApi(function.Trigger) from method in function.Trigger.Methods! select $"{method} /{Constraint().Replace(function.Trigger.Route!, "}").Replace("{*", "{", StringComparison.Ordinal)}"),
            Sorted(from operation in api.Operations select $"{operation.Method} {operation.Path}"));
    }

    [Fact]
    public async Task It_is_valid_and_a_client_made_from_it_compiles_and_works()
    {
        var api = await DescribedApi.Of(http);
        var staff = http.Staff.DefaultRequestHeaders.Authorization!.Parameter!;

        var said = await ApiClient.Run(api.Json, http.World.Address, staff);

        Assert.Equal(["valid", "compiled", "opened", "found 1", "refused email", "worked"], said);
    }

    [Fact]
    public async Task Every_example_of_a_body_fits_its_own_description()
    {
        var api = await DescribedApi.Of(http);

        Assert.Empty(api.Operations.Where(operation => operation.Example is not null).SelectMany(operation => api.FaultsOfBody(operation, operation.Example!)));
        Assert.DoesNotContain(api.Operations, operation => operation.BodyType?.EndsWith("json", StringComparison.Ordinal) is true && operation.Example is null);
    }

    [Fact]
    public async Task Whoever_it_names_is_let_in_and_nobody_else()
    {
        var api = await DescribedApi.Of(http);
        var faults = new List<string>();

        foreach (var operation in api.Operations)
        {
            faults.AddRange(await Refusal(api, operation, http.Anyone, operation.IsPublic ? null : 401));
            foreach (var (role, client) in new[] { ("staff", http.Staff), ("privacy", http.Officer) })
                faults.AddRange(await Refusal(api, operation, client, operation.Roles.Contains(role) || (operation.IsPublic && !operation.Roles.Any()) ? null : 403));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Of_what_follows_from_a_body_it_leaves_out_what_is_never_answered() => Assert.Equal(
        ["204", "400", "403", "404", "413", "500", "503"],
        JsonNode.Parse((await DescribedApi.Of(http)).Json)!["paths"]!["/api/mail/events"]!["post"]!["responses"]!.AsObject().Select(each => each.Key).Order());

    [Fact]
    public async Task What_is_refused_is_refused_as_described()
    {
        var api = await DescribedApi.Of(http);
        using var colleague = await http.Colleague();
        colleague.DefaultRequestHeaders.Add(StatedReason.Header, HttpWorld.Reason);
        var faults = new List<string>();

        foreach (var operation in api.Operations)
        {
            var client = operation.Roles.Any() ? colleague : http.Anyone;
            await Ask(operation.Request());
            if (operation.BodyType?.EndsWith("json", StringComparison.Ordinal) is true)
                foreach (var body in (JsonNode[])[new JsonObject(), new JsonArray(), new JsonObject { ["unheardOf"] = 1 }])
                    await Ask(operation.Request(body: body));

            async Task Ask(HttpRequestMessage request)
            {
                using (request)
                using (var answer = await client.SendAsync(request))
                    faults.AddRange(await api.Faults(operation, answer));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_body_without_a_member_that_it_needs_is_refused_and_one_without_any_other_is_not_for_that()
    {
        var api = await DescribedApi.Of(http);
        using var colleague = await http.Colleague();
        colleague.DefaultRequestHeaders.Add(StatedReason.Header, HttpWorld.Reason);
        var faults = new List<string>();

        foreach (var operation in api.Operations.Where(operation => operation.Example is JsonObject { Count: > 0 }))
            foreach (var (name, _) in operation.Example!.AsObject())
            {
                var body = operation.Example.DeepClone().AsObject();
                body.Remove(name);
                using var request = operation.Request(body: body);
                using var answer = await (operation.IsPublic ? http.Anyone : colleague).SendAsync(request);
                // What is not there is told before its body is looked at.
                if ((int)answer.StatusCode == 404)
                    continue;
                var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync() is { Length: > 0 } text ? text : "{}");
                var isMissed = said is JsonObject && said["errors"]?[name] is { } missed && !$"{missed}".Contains("when there is no", StringComparison.Ordinal);
                if (isMissed != api.FaultsOfBody(operation, body).Any())
                    faults.Add($"{operation.Id} without {name} answers {(int)answer.StatusCode}");
            }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <param name="expected">Null where they are let in.</param>
    private static async Task<IReadOnlyList<string>> Refusal(DescribedApi api, DescribedOperation operation, HttpClient client, int? expected)
    {
        using var request = operation.Request(new Dictionary<string, string> { ["token"] = "none", ["id"] = "no-such-id", [StatedReason.Header] = HttpWorld.Reason }, body: operation.Example is null ? null : new JsonObject());
        using var answer = await client.SendAsync(request);
        var status = (int)answer.StatusCode is 401 or 403 ? (int)answer.StatusCode : (int?)null;
        return status == expected || (expected is null && operation.IsPublic && status == 403)
            ? await api.Faults(operation, answer)
            : [$"{operation.Id} answers {(int)answer.StatusCode} to {(client.DefaultRequestHeaders.Authorization is null ? "anyone" : "somebody")}"];
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> operations) => operations.Order(StringComparer.Ordinal);

    // The others are pages, and what they load.
    private static bool IsApi(HttpTriggerAttribute trigger) => trigger.Route!.StartsWith("api", StringComparison.Ordinal);

    [GeneratedRegex(":[^}]+}")]
    private static partial Regex Constraint();
}
