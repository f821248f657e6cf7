using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Exports;

/// <summary>All that the practice has, for when it moves to another system or ends. Whoever takes it says why.</summary>
public sealed class TakeOut(FrontDoor door, PracticeWriter writer)
{
    [Function(nameof(TakeOut))]
    [Describes("Hands out all that the practice has.", AnswerMedia = ["application/zip"], Also = [428])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/takeout")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, caller => Task.FromResult(StatedReason.Of(request) is null
            ? StatedReason.Required()
            : Results.Stream(answer => Write(answer, caller.Id, cancellation), "application/zip", "wel-wee-3d.zip")));

    private async Task Write(Stream answer, string by, CancellationToken cancellation)
    {
        await using var stream = new AnsweredStream(answer);
        await writer.Write(stream, by, cancellation);
        await stream.FlushAsync(cancellation);
    }
}
