using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

/// <summary>The copies of messages in mailboxes, wherever the app dies.</summary>
public sealed class MailCopiesDieTests(ITestOutputHelper output) : OwnWorld
{
    [Fact]
    public Task Confirming_the_mail_of_a_message() => new EveryPoint<ContactMessage>(world, output, "confirm mail of a message")
    {
        Tables = StoredState.OfMessages,
        Prepare = () => world.Given.MessageByMail(world.Given.NewAddress()),
        Act = Confirm,
        Check = async (_, message) =>
            Assert.Equal(world.Today, (await world.Get<ContactMessages>().Find(message.Id, default))!.MailCopy!.DestroyedOn),
    }.Try(atLeast: 5);

    [Fact]
    public Task Confirming_the_mail_of_a_message_that_is_gone() => new EveryPoint<ContactMessage>(world, output, "confirm mail of what is gone")
    {
        Tables = StoredState.OfMessages,
        Prepare = async () =>
        {
            var message = await Due();
            await world.Get<Sweep>().Run("sweep", default);
            return message;
        },
        Act = Confirm,
        Check = async (_, message) => Assert.Equal(["confirmed"], await Tasks(message)),
    }.Try(atLeast: 4);

    [Fact]
    public Task A_sweep_of_messages_whose_mail_is_open() => new EveryPoint<ContactMessage>(world, output, "sweep with open mail")
    {
        Prepare = Due,
        Act = async (life, _) => Assert.Empty((await life.Get<Sweep>().Run("sweep", default)).Unfinished),
        Check = async (state, message) =>
        {
            Assert.DoesNotContain(state.Messages, row => row.RowKey == $"{message.Id}");
            Assert.Equal(["open"], await Tasks(message));
            var certified = await world.Get<Certificates>().All(default).Select(each => each.Read()).Where(each => each.Items.Any(item => item.Id == message.Id)).ToListAsync();
            Assert.Equal([new(message.Id, Settings.Mailbox, message.ReceivedOn)], Assert.Single(certified).MailCopies!);
        },
    }.Try(atLeast: 10);

    private Task<ContactMessage> Due() => world.Given.MessageByMail(world.Given.NewAddress(), world.Today.AddYears(-5));

    private static Task Confirm(World life, ContactMessage message) => life.Get<MailCopies>().Confirm(message.Id, life.Today, "staff", default);

    private async Task<IEnumerable<string>> Tasks(ContactMessage message) =>
        (await world.Storage.Rows(MailboxTasks.TableName)).Where(row => row.RowKey == $"{message.Id}").Select(row => row.PartitionKey);
}
