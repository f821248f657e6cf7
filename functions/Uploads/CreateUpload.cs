using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Consent;
using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Uploads;

public sealed class CreateUpload(FrontDoor door, UploadStore uploads, OrderStore orders, TimeProvider clock)
{
    [Function(nameof(CreateUpload))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "uploads")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, Tus.Answering(request), async caller =>
        {
            if (Tus.RefuseOtherVersion(request) is { } otherVersion)
                return otherVersion;
            if (RefuseLength(request) is { } badLength)
                return badLength;
            if (!Tus.HasBytes(request) && request.ContentLength > 0)
                return Answers.UnsupportedMediaType(Tus.BytesType);
            if (!UploadChecksum.TryRead(request, out var checksum))
                return UploadChecksum.Refusal();
            using var hashing = checksum;
            var metadata = UploadMetadata.Read(request.Headers[Tus.UploadMetadata], clock.Today());
            if (metadata.Refusal is { } badMetadata)
                return badMetadata;
            if (await orders.Find(metadata.Value.OrderId, cancellation) is not { } order)
                return Answers.NotFound("order");
            var upload = uploads.Begin(order, metadata.Value, Tus.Number(request, Tus.UploadLength)!.Value);
            if (await Refusal(order, upload, metadata.Value.MakeFigurine?.ToConsent(Purpose.MakeFigurine, clock.GetUtcNow(), caller.Id), cancellation) is { } refused)
                return OrderAnswers.Of(refused);

            upload = await uploads.Add(upload, cancellation);
            request.HttpContext.Response.Headers.Location = Tus.Location(request, upload);
            Tus.ShowExpiry(request, upload);
            if (Tus.HasBytes(request)
                && await new UploadBytes(uploads, clock).Append(request, upload, 0, checksum, cancellation) is { } refusal)
                return refusal;
            return Results.StatusCode(StatusCodes.Status201Created);
        });

    /// <summary>Why an order does not take it; null when it does, and has the consent that came along.</summary>
    private async Task<Refusal?> Refusal(Order order, Upload upload, ConsentGiven? given, CancellationToken cancellation)
    {
        if (Foretold(order) is { Refusal: { } refused })
            return refused;
        return given is null ? null : (await orders.Change(
            order.Id, each => Foretold(each) is { Refusal: { } since } ? since : OrderRules.Consent(each, given), destroysNow: true, cancellation))?.Refusal;

        Ruling Foretold(Order each)
        {
            var consented = given is null ? each : OrderRules.Consent(each, given);
            return consented.Order is { } after ? orders.Foretold(each, Admission.Begin(after, upload.Scan()), upload.DestroysNow) : consented;
        }
    }

    private static IResult? RefuseLength(HttpRequest request) => Tus.Number(request, Tus.UploadLength) switch
    {
        _ when request.Headers.ContainsKey(Tus.UploadDeferLength) =>
            Answers.Unreadable(Tus.UploadDeferLength, "Is not offered here: name the length when the upload is made."),
        null or 0 => Answers.Unreadable(Tus.UploadLength, "Must be the number of bytes of the file, which is not empty."),
        > Tus.MaxLength => Tus.TooLarge(Tus.UploadLength, $"A file may have at most {Tus.MaxLength} bytes."),
        _ => null,
    };
}
