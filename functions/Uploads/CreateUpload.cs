using WelWee3D.Consent;
using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Staff;

namespace WelWee3D.Uploads;

public sealed class CreateUpload(
    FrontDoor door, UploadStore uploads, UploadJoin join, PartialUploads partials, UploadDestruction destruction, OrderStore orders, TimeProvider clock)
{
    [Function(nameof(CreateUpload))]
    [Describes(
        "Begins a tus upload of a scan, with or without its first bytes.", Methods = ["post"], Body = [typeof(byte[])], BodyMedia = [Tus.BytesType],
        BodyIsOptional = true, Status = 201, Also = [404, 409, 410, 412, 423, 460],
        Headers = [Tus.Resumable, Tus.UploadLength, Tus.UploadDeferLength, Tus.UploadMetadata, Tus.UploadConcat, Tus.UploadChecksum])]
    [Describes(
        "Does nothing: a header may name the method that is meant.", Methods = ["head", "patch", "delete", "get", "put"], Status = 405,
        Headers = [Tus.MethodOverride])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "head", "patch", "delete", "get", "put", Route = "api/uploads")] HttpRequest request,
        CancellationToken cancellation)
    {
        request.Method = Tus.MethodOf(Tus.Answering(request));
        return request.Method == HttpMethods.Options
            ? door.Anyone(request, () => DescribeUploads.Answer(request))
            : door.Only(Role.Staff, request, caller => request.Method == HttpMethods.Post
                ? Create(request, caller, cancellation)
                : Task.FromResult(Tus.NotAllowed("OPTIONS, POST")));
    }

    private async Task<IResult> Create(HttpRequest request, Caller caller, CancellationToken cancellation)
    {
        if (Tus.RefuseOtherVersion(request) is { } otherVersion)
            return otherVersion;
        var concatenation = Concatenation.Read(request);
        if (concatenation.Refusal is { } notConcatenated)
            return notConcatenated;
        var (isPartial, isFinal) = (concatenation.Value.IsPartial, concatenation.Value.IsFinal);
        if (RefuseLength(request, concatenation.Value) is { } badLength)
            return badLength;
        if (request.ContentLength > 0 && (isFinal || !Tus.HasBytes(request)))
            return Answers.UnsupportedMediaType(Tus.BytesType);
        if (!UploadChecksum.TryRead(request, out var checksum))
            return UploadChecksum.Refusal();
        using var hashing = checksum;
        var metadata = UploadMetadata.Read(request.Headers[Tus.UploadMetadata], clock.Today(), isPartial);
        if (metadata.Refusal is { } badMetadata)
            return badMetadata;
        Order? order = null;
        if (metadata.Value.OrderId is { } named && (order = await orders.Find(named, cancellation)) is null)
            return Answers.NotFound("order");

        var asked = new Asked(request, caller, metadata.Value, order);
        return isFinal
            ? await Join(asked, concatenation.Value, cancellation)
            : await Begin(asked, uploads.Begin(order, metadata.Value, Tus.Number(request, Tus.UploadLength), concatenation.Value), checksum, cancellation);
    }

    private async Task<IResult> Begin(Asked asked, Upload upload, UploadChecksum? checksum, CancellationToken cancellation)
    {
        if (asked.Request.ContentLength > upload.RoomAfter(0))
            return Tus.TooLong();
        if (await Refusal(asked, upload, cancellation) is { } refused)
            return OrderAnswers.Of(refused);

        upload = await uploads.Add(upload, cancellation);
        if (await ErasedSince(upload, cancellation) is { } erased)
            return await Withdrawn(asked, upload, erased);
        Tus.ShowExpiry(asked.Request, upload);
        return Tus.HasBytes(asked.Request) && await Bytes(asked).Append(asked.Request, upload, default, 0, checksum, cancellation) is { } refusal
            ? await Withdrawn(asked, upload, refusal)
            : Created(asked.Request, upload);
    }

    /// <summary>Asked again, it goes on with what it had begun.</summary>
    private async Task<IResult> Join(Asked asked, Concatenation concatenation, CancellationToken cancellation)
    {
        var parts = await join.Parts(concatenation, asked.Order!.Id, cancellation);
        if (parts.Refusal is { } apart)
            return apart;
        var (final, taken) = await join.Begun(concatenation, parts.Value, cancellation);
        if (taken is not null)
            return taken;
        if (final is null)
        {
            final = uploads.Begin(asked.Order, asked.Metadata, parts.Value.Sum(part => part.Length), concatenation);
            if (await Refusal(asked, final, cancellation) is { } refused)
                return OrderAnswers.Of(refused);
            final = await uploads.Add(final, cancellation);
            if (await ErasedSince(final, cancellation) is { } erased)
                return await Withdrawn(asked, final, erased);
            if (!await join.Bind(final, parts.Value, cancellation))
                return await Withdrawn(asked, final, Tus.Locked());
        }
        if (!final.IsComplete && await Bytes(asked).Join(final, parts.Value, partials, cancellation) is { } refusal)
            // Where another request has it now, that one decides.
            return refusal is IStatusCodeHttpResult { StatusCode: StatusCodes.Status423Locked } ? refusal : await Withdrawn(asked, final, refusal);
        await partials.Absorb(final, cancellation);
        return Created(asked.Request, final);
    }

    /// <summary>Whoever erased its order while it began has found no upload: it would stay for a week.</summary>
    private async Task<IResult?> ErasedSince(Upload upload, CancellationToken cancellation)
    {
        if (upload.OrderId is not { } named)
            return null;
        var order = await orders.Find(named, cancellation);
        return order is null ? Answers.NotFound("order") : OrderRules.Erasing(order) is { } erasing ? OrderAnswers.Of(erasing) : null;
    }

    private UploadBytes Bytes(Asked asked) => new(uploads, destruction, clock, asked.Caller.Id);

    private static IResult Created(HttpRequest request, Upload upload)
    {
        request.HttpContext.Response.Headers.Location = Tus.Location(request, upload);
        return Results.StatusCode(StatusCodes.Status201Created);
    }

    /// <summary>Of what was refused the client knows no address: nothing of it stays. Of what had arrived there is a certificate.</summary>
    private async Task<IResult> Withdrawn(Asked asked, Upload upload, IResult refusal)
    {
        if ((await uploads.Describe(upload, CancellationToken.None)).Count > 0)
            await destruction.CarryOut(upload, asked.Caller.Id, CancellationToken.None);
        else
            await uploads.Discard(upload, CancellationToken.None);
        foreach (var header in (string[])[Tus.UploadExpires, Tus.UploadOffset])
            asked.Request.HttpContext.Response.Headers.Remove(header);
        return refusal;
    }

    /// <summary>Why an order does not take it; null when it does, and has the consent that came along.</summary>
    private async Task<Refusal?> Refusal(Asked asked, Upload upload, CancellationToken cancellation)
    {
        // A partial upload may say only when it is joined what it is for.
        if (asked.Order is not { } order)
            return null;
        var given = asked.Metadata.MakeFigurine?.ToConsent(Purpose.MakeFigurine, clock.GetUtcNow(), asked.Caller.Id);
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

    private static IResult? RefuseLength(HttpRequest request, Concatenation concatenation)
    {
        var isTold = request.Headers.ContainsKey(Tus.UploadLength);
        if (concatenation.IsFinal)
            return isTold ? Answers.Unreadable(Tus.UploadLength, "Follows from the uploads that are joined.") : null;
        if (!request.Headers.TryGetValue(Tus.UploadDeferLength, out var deferred))
            return Tus.RefuseLength(request, concatenation.IsPartial);
        return deferred == Tus.IsDeferred && !isTold
            ? null
            : Answers.Unreadable(Tus.UploadDeferLength, $"Must be {Tus.IsDeferred}, and stand without {Tus.UploadLength}.");
    }

    private sealed record Asked(HttpRequest Request, Caller Caller, UploadMetadata Metadata, Order? Order);
}
