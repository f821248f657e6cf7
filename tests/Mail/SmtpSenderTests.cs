using Microsoft.Extensions.Options;
using MimeKit;

namespace WelWee3D.Tests.Mail;

/// <summary>Letters through a mail server, against one that speaks SMTP on a socket.</summary>
public sealed class SmtpSenderTests : IAsyncLifetime
{
    private static readonly Letter Note = new("note", "one");

    private readonly SmtpStandIn server = SmtpStandIn.Start();

    private World world = null!;

    public async Task InitializeAsync() => world = await World.Start(Options());

    public async Task DisposeAsync()
    {
        await world.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_letter_arrives_as_text_and_HTML_with_who_it_is_from_and_to_and_who_answers()
    {
        await Send();

        var letter = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(Assert.Single(server.Received))));
        Assert.Equal(
            ("from@voorbeeld.nl", "to@bücher.example", "reply@bücher.example", "one", "auto-generated"),
            (letter.From.Mailboxes.Single().Address, letter.To.Mailboxes.Single().Address, letter.ReplyTo.Mailboxes.Single().Address, letter.Subject, letter.Headers["Auto-Submitted"]));
        Assert.Equal(world.Now.ToString("yyyy-MM-dd HH:mm", null), letter.Date.ToOffset(world.Now.Offset).ToString("yyyy-MM-dd HH:mm", null));
        Assert.StartsWith("one\n\n-- \nJe krijgt deze mail", letter.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"nl\">", letter.HtmlBody!, StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<to@xn--bcher-kva.example>", server.Commands);
        Assert.Empty(await Ready());
    }

    [Theory]
    [InlineData("RCPT", "550 no such mailbox", true, null)]
    [InlineData("END", "554 this letter will not do", true, null)]
    [InlineData("RCPT", "451 try again later", false, null)]
    [InlineData("MAIL", "", false, null)]
    [InlineData("MAIL", "550 not from you", false, 550)]
    [InlineData("AUTH", "535 who are you", false, 535)]
    public async Task What_the_server_says_is_told_apart_as_of_the_letter_the_moment_or_the_account(string command, string answer, bool isGivenUp, int? refusedWith)
    {
        server.Answers[command] = answer;

        await Send();

        Assert.Equal(isGivenUp, await world.Get<Letters>().GivenUp(default).AnyAsync());
        Assert.Equal(refusedWith, await world.Get<Letters>().RefusedWith(default));
        world.Wait(TimeSpan.FromMinutes(2));
        Assert.Equal(isGivenUp ? [UndeliveredLetter.Name] : ["note"], (await Ready()).Select(letter => letter.Letter.Kind));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_again()
    {
        await server.DisposeAsync();

        await Send();

        world.Wait(TimeSpan.FromMinutes(2));
        Assert.Equal([1], (await Ready()).Select(letter => letter.Failures));
    }

    [Theory]
    [InlineData("Mail:SmtpHost", "")]
    [InlineData("Mail:SmtpPort", "0")]
    [InlineData("Mail:SmtpPassword", "")]
    [InlineData("Mail:SmtpHost", "mail.voorbeeld.nl")]
    public async Task Settings_that_will_not_do_are_refused_at_the_start(string setting, string value)
    {
        await using var other = await World.Start(Options(setting, value));

        Assert.Throws<OptionsValidationException>(() => other.Get<IOptions<MailOptions>>().Value);
    }

    private WorldOptions Options(string? setting = null, string? value = null)
    {
        var usual = server.Options("practice", "secret");
        var settings = new Dictionary<string, string?>(usual.Settings);
        if (setting is not null)
            settings[setting] = value;
        return usual with { Settings = settings, Services = services => services.AddSingleton<ILetterRenderer>(new Outbox.Notes { Names = { "one" } }) };
    }

    private async Task Send()
    {
        await world.Get<Letters>().Add(Note, default);
        await world.Function<SendLetters>().Run(new TimerInfo(), default);
    }

    private async Task<IReadOnlyList<WaitingLetter>> Ready() =>
        await world.Get<Letters>().Ready(default).Where(letter => !letter.IsSent).ToListAsync();
}
