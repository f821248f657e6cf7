namespace WelWee3D.Tests.Mail;

public sealed class LetterWithoutRecordTests : Outbox
{
    [Fact]
    public async Task A_letter_waits_ten_minutes_for_its_record()
    {
        await Letters.Add(new("note", "late"), default);
        await Send();

        world.Wait(TimeSpan.FromMinutes(9));
        Records.Names.Add("late");
        await Send();

        Assert.Equal(["late"], SendGrid.Subjects);
    }

    [Fact]
    public async Task Without_its_record_a_letter_is_dropped_and_nobody_is_told()
    {
        await Letters.Add(new("note", "never"), default);
        await Send();
        Assert.Single(await world.Storage.Rows(Letters.TableName));

        world.Wait(TimeSpan.FromMinutes(10));
        await Send();

        Assert.Empty(SendGrid.Received);
        Assert.Empty(await world.Storage.Rows(Letters.TableName));
    }

    [Fact]
    public async Task A_letter_added_again_waits_for_its_record_anew()
    {
        await Letters.Add(new("note", "late"), default);
        var seen = Assert.Single(await Ready());
        world.Wait(TimeSpan.FromMinutes(10));

        await Letters.Add(new("note", "late"), default);
        await Letters.Remove(seen, default);
        await Send();

        Assert.Single(await world.Storage.Rows(Letters.TableName));
    }
}
