namespace WelWee3D.Tests.Mail;

public sealed class UndeliveredLetterTests : Outbox
{
    [Theory]
    [InlineData(null)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_letter_that_failed_waits_longer_each_time(HttpStatusCode? answer)
    {
        SendGrid.Answer = _ => answer;
        await Letters.Add(Note, default);
        await Send();

        foreach (var pause in (int[])[1, 2, 4])
        {
            var sent = SendGrid.Received.Count;
            world.Wait(TimeSpan.FromMinutes(pause) - TimeSpan.FromSeconds(1));
            await Send();
            Assert.Equal(sent, SendGrid.Received.Count);

            world.Wait(TimeSpan.FromSeconds(1));
            await Send();
            Assert.Equal(sent + 1, SendGrid.Received.Count);
        }
    }

    [Fact]
    public async Task It_is_told_in_words_by_the_reference_that_is_looked_for_and_with_the_page_it_was_about()
    {
        var id = world.NewId();
        var renderer = world.GetAll<ILetterRenderer>().Single(each => each.Kind == UndeliveredLetter.Name);

        var (request, scan) = ((await renderer.Render($"{ReceivedLetter.Name}|{id}", default))!.Body.Text, (await renderer.Render($"scan-destroyed|{id}|{world.NewId()}", default))!.Body.Text);

        Assert.Contains($"Soort: de ontvangst van een verzoek\nKenmerk: {Reference.Of(id)}\n", request, StringComparison.Ordinal);
        Assert.Contains($"/staff/requests/{id}\n", request, StringComparison.Ordinal);
        Assert.Contains($"Soort: het bewijs dat een scan is vernietigd\nKenmerk: {Reference.Of(id)}\n", scan, StringComparison.Ordinal);
        Assert.Contains($"/staff/orders/{id}\n", scan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_letter_has_a_name_in_Dutch()
    {
        var renderers = world.GetAll<ILetterRenderer>().ToList();
        var undelivered = renderers.Single(each => each.Kind == UndeliveredLetter.Name);

        foreach (var kind in renderers.Select(each => each.Kind).Where(kind => kind != Note.Kind))
            Assert.DoesNotContain($"Soort: {kind}\n", (await undelivered.Render($"{kind}|x", default))!.Body.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_day_a_letter_is_given_up_and_the_practice_is_told()
    {
        SendGrid.Answer = subject => subject == "one" ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.Accepted;
        await Letters.Add(Note, default);
        await Send();

        world.Wait(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        await Send();
        Assert.All(SendGrid.Subjects, subject => Assert.Equal("one", subject));

        world.Wait(TimeSpan.FromHours(1));
        await Send();
        await Send();

        Assert.Equal(Settings.Practice, To(SendGrid.Received.Last()));
        Assert.Contains("Soort: note\nKenmerk: one\n", Text(SendGrid.Received.Last()), StringComparison.Ordinal);
        Assert.Contains(await world.Storage.Rows(Letters.TableName), row => row is { PartitionKey: "undeliverable", RowKey: "one|note" });
        Assert.Empty(await Ready());
    }

    [Fact]
    public async Task A_letter_that_is_itself_at_fault_is_given_up_at_once()
    {
        SendGrid.Answer = subject => subject == "one" ? HttpStatusCode.BadRequest : HttpStatusCode.Accepted;
        await Letters.Add(Note, default);

        await Send();
        await Send();

        Assert.Equal(["one", "Niet bezorgd: een brief van Wel & Wee – 3D"], SendGrid.Subjects);
    }

    [Fact]
    public async Task A_report_that_cannot_be_delivered_is_not_reported()
    {
        SendGrid.Answer = _ => HttpStatusCode.BadRequest;
        await Letters.Add(Note, default);

        await Send();
        await Send();
        await Send();

        Assert.Equal(2, SendGrid.Received.Count);
        Assert.Empty(await Ready());
    }
}
