namespace WelWee3D.Tests.PrivacyRequests;

/// <summary>What is done to a request is written down in its row, which holds only so much.</summary>
public sealed class ReopenedOftenTests : RequestsWorld
{
    [Fact]
    public async Task One_whose_row_is_full_is_not_reopened_and_stays_in_the_register_as_it_was()
    {
        var id = await Taken();
        var (reopened, last) = (0, StatusCodes.Status200OK);
        while (last == StatusCodes.Status200OK && reopened < 100)
        {
            Assert.Equal(StatusCodes.Status200OK, (await Close(id, new { outcome = "withdrawn" })).Status);
            last = (await Reopen(id, new string('é', 500))).Status;
            reopened++;
        }

        Assert.Equal(StatusCodes.Status409Conflict, last);
        Assert.InRange(reopened, 5, 99);
        Assert.Equal([$"{id}"], await Listed("?status=closed"));
        Assert.Equal("closed", (await Get(id)).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task One_that_is_nearly_full_can_be_finished_with_all_that_may_come_then()
    {
        var id = await Taken();
        var act = new Act(world.Now, "officer");
        await Register.Change(id, request => Filled(request, act), None);

        Assert.Equal(StatusCodes.Status200OK, (await Extend(id, "Het is veel.")).Status);
        for (var code = 0; code < IdentityCheck.MostCodes * IdentityCheck.MostTries; code++)
            await Register.Change(id, request => request.Noting(act, RequestEvent.IdentityNotGiven, "code"), None);
        for (var time = 0; time < 20; time++)
            await Register.Change(id, request => request.Noting(act, RequestEvent.Rectified, new string('é', 500)), None);

        Assert.Equal(StatusCodes.Status200OK, (await Close(id, new { outcome = "withdrawn" })).Status);
    }

    private static PrivacyRequest Filled(PrivacyRequest request, Act act)
    {
        while (request.HasRoom)
            request = request.Noting(act, RequestEvent.Rectified, new string('é', 500));
        return request;
    }
}
