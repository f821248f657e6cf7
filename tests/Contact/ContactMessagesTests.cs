namespace WelWee3D.Tests.Contact;

public sealed class ContactMessagesTests() : OwnWorld(new() { At = Now })
{
    private static readonly DateTimeOffset Now = new(2028, 2, 29, 22, 59, 59, 999, TimeSpan.Zero);
    private static readonly RetentionRules Rules = new(7);

    private ContactMessages Messages => world.Get<ContactMessages>();

    [Fact]
    public async Task A_message_is_found_as_it_was_added()
    {
        var message = Message();

        Assert.True(await Messages.Add(message, default));

        var due = DueRow.First(new(2033, 2, 28), message.Item);
        Assert.Equal(message with { Due = due }, await Messages.Find(message.Id, default));
    }

    [Fact]
    public async Task A_phone_number_may_be_absent()
    {
        var message = Message() with { Phone = null };

        await Messages.Add(message, default);

        Assert.Null((await Messages.Find(message.Id, default))!.Phone);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found() => Assert.Null(await Messages.Find(Id.New(Now), default));

    [Fact]
    public async Task The_first_of_two_with_one_id_stays()
    {
        var message = Message();
        await Messages.Add(message, default);

        Assert.False(await Messages.Add(message with { Message = "Iets anders" }, default));

        Assert.Equal(message.Message, (await Messages.Find(message.Id, default))!.Message);
    }

    [Fact]
    public async Task It_is_due_five_years_after_the_day_in_amsterdam()
    {
        var message = Message();
        await Messages.Add(message, default);

        Assert.Equal(new DateOnly(2028, 2, 29), message.ReceivedOn);
        Assert.Equal(new DateOnly(2033, 2, 28), message.Retention(Rules, message.ReceivedOn).Deadline);
        Assert.Contains(await world.Storage.Rows(DueIndex.TableName), row => row.PartitionKey == "2033-02-28" && row.RowKey == $"message|{message.Id}|0");
        Assert.Contains(await world.Storage.Rows(ContactMessages.TableName), row => row.PartitionKey == "2028-02-29" && row.RowKey == $"{message.Id}");
    }

    [Theory]
    [InlineData("jet@voorbeeld.nl", "0612345678")]
    [InlineData(" JET@Voorbeeld.NL ", "+31 6 1234 5678")]
    public async Task It_is_found_by_the_person(string email, string phone)
    {
        var message = Message();
        await Messages.Add(message, default);

        var index = world.Get<SubjectIndex>();
        foreach (var subject in world.Get<SubjectKeys>().Of(email, phone))
            Assert.Contains(message.Item, (await index.Find(subject, default)).Items);
    }

    [Fact]
    public void A_restriction_keeps_it_and_an_erasure_ends_it()
    {
        var message = Message();
        var today = message.ReceivedOn.AddDays(1);

        Assert.Null((message with { RestrictedOn = today }).Retention(Rules, today).DueOn);
        Assert.Equal(today, (message with { RestrictedOn = today, ErasureRequestedOn = today }).Retention(Rules, today).DueOn);
    }

    private static ContactMessage Message() => ContactMessage.From(
        new ContactForm { Name = "Jet", Email = "jet@voorbeeld.nl", Phone = "06 12345678", Message = "Hallo\nwereld 👶", Locale = "en" },
        Id.New(Now),
        Now);
}
