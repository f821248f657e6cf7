using Azure.Core;

namespace WelWee3D.Tests.Contact;

/// <summary>A message waits for storage twice: for all that leads to it, and then for itself.</summary>
public sealed class ContactRoundTripsTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task All_that_stands_before_a_message_is_written_at_once_and_then_the_message()
    {
        // Both letters, the due row, the two subjects, what it is looked for by.
        var together = new Together(5, call => !IsMessage(call));
        var (others, message) = (0, 0);
        world.Calls.Before = async call =>
        {
            if (IsMessage(call))
                Assert.Equal((5, 1), (others, ++message));
            await together.Before(call);
        };
        world.Calls.After = call =>
        {
            if (!IsMessage(call))
                Interlocked.Increment(ref others);
            return Task.CompletedTask;
        };

        using var answer = await http.Anyone.PostAsync("api/contact", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["name"] = "Eva", ["email"] = "eva@example.nl", ["phone"] = "06 12345678", ["message"] = "Kan dat?",
        }));
        world.Calls.LetBe();

        Assert.Equal(202, (int)answer.StatusCode);
        Assert.Equal((5, 1), (others, message));
    }

    [Fact]
    public async Task Of_two_messages_with_one_id_the_second_leaves_nothing_that_leads_to_it()
    {
        var messages = world.Get<ContactMessages>();
        var first = Make.Message(world.Now, "first@example.nl", "06 11111111");
        var second = first with { Email = "second@example.nl", Phone = "06 22222222", Name = "Beatrix" };

        Assert.True(await messages.Add(first, default));
        Assert.False(await messages.Add(second, default));

        var keys = world.Get<SubjectKeys>();
        Assert.Equal(
            keys.Of(first.Email, first.Phone).Select(subject => $"{subject}|{first.Item}").Order(StringComparer.Ordinal),
            (await world.Storage.RowKeys(SubjectIndex.TableName, $"{first.Id}")).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(await world.Storage.RowKeys(SearchIndex.TableName, $"{first.Id}"), key => key.Contains("beatrix", StringComparison.OrdinalIgnoreCase));
        Assert.Single(await world.Storage.RowKeys(DueIndex.TableName, $"{first.Id}"));
    }

    private static bool IsMessage(Request call) => call.Uri.Path.Contains(ContactMessages.TableName, StringComparison.Ordinal);
}
