using System.Reflection;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace WelWee3D.Tests;

/// <summary>Logs name nobody, whatever is passed to them.</summary>
public sealed partial class RedactedLogsTests
{
    private static readonly Assembly[] Assemblies = [typeof(Letters).Assembly, typeof(LocalApp).Assembly];

    [Fact]
    public void Personal_values_are_erased_pseudonymous_ones_hashed_and_operational_ones_told()
    {
        var record = Log("eva@example.nl", "order-7", 503);

        Assert.Matches("^The mail service answered 503 to  about [^ ]+$", record.Message);
        Assert.DoesNotContain(record.StructuredState!, each => each.Value is { } value && (value.Contains("eva") || value.Contains("order-7")));
        Assert.Equal("503", record.GetStructuredStateValue("Status"));
    }

    [Fact]
    public void The_same_record_has_the_same_hash_in_all_logs_and_another_record_another()
    {
        var hash = Log("eva@example.nl", "order-7", 503).GetStructuredStateValue("Reference");

        Assert.Equal(hash, Log("ida@example.nl", "order-7", 200).GetStructuredStateValue("Reference"));
        Assert.NotEqual(hash, Log("eva@example.nl", "order-8", 503).GetStructuredStateValue("Reference"));
        Assert.NotEqual(hash, Log("eva@example.nl", "order-7", 503, key: 1).GetStructuredStateValue("Reference"));
    }

    [Theory]
    [MemberData(nameof(LogMessages))]
    public void Every_parameter_of_a_log_message_is_declared(string type, string method)
    {
        var parameters = Methods().Single(each => each.DeclaringType!.FullName == type && each.Name == method).GetParameters();

        Assert.All(
            parameters.Where(each => !each.ParameterType.IsAssignableTo(typeof(Exception)) && !each.ParameterType.IsAssignableTo(typeof(ILogger))),
            each => Assert.NotNull(each.GetCustomAttribute<DataClassificationAttribute>()));
    }

    public static TheoryData<string, string> LogMessages()
    {
        var messages = new TheoryData<string, string>();
        foreach (var method in Methods())
            messages.Add(method.DeclaringType!.FullName!, method.Name);
        return messages;
    }

    /// <summary>As the app does in Azure, in the worker of the Functions host.</summary>
    private static FakeLogRecord Log(string email, string reference, int status, byte key = 0)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.ConfigureFunctionsWebApplication();
        builder.Configuration.AddInMemoryCollection([new("Subjects:HmacKey", Convert.ToBase64String([.. Enumerable.Repeat(key, 32)]))]);
        builder.Services.AddWelWee3D(builder.Configuration).AddFakeLogging();
        using var app = builder.Build();
        Refused(app.Services.GetRequiredService<ILogger<RedactedLogsTests>>(), email, reference, status);
        return app.Services.GetFakeLogCollector().LatestRecord;
    }

    private static IEnumerable<MethodInfo> Methods() => Assemblies
        .SelectMany(assembly => assembly.GetTypes())
        .SelectMany(type => type.GetMethods(
            BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(method => method.GetCustomAttribute<LoggerMessageAttribute>() is not null);

    [LoggerMessage(LogLevel.Warning, "The mail service answered {Status} to {Email} about {Reference}")]
    private static partial void Refused(
        ILogger log, [Personal] string email, [Pseudonymous] string reference, [Operational] int status);
}
