using System.Text.Json.Nodes;
using WelWee3D.Scans.Proof;
using WelWee3D.Tests.Contact;
using WelWee3D.Tests.Formats;
using WelWee3D.Tests.Uploads;

namespace WelWee3D.Tests.Description;

/// <summary>
/// A day in the practice, by nothing but the description: each operation is called with its own examples, with the ids of
/// what is there filled in, and answers as it says.
/// </summary>
public sealed partial class EveryOperationTests(PracticeWorld http) : IClassFixture<PracticeWorld>
{
    private readonly World world = http.World;
    private readonly HashSet<string> called = [];

    private DescribedApi api = null!;

    [Fact]
    public async Task Every_operation_can_be_called_by_its_description_and_answers_as_it_says()
    {
        api = await DescribedApi.Of(http);

        await Messages();
        var order = await Orders();
        var scan = await Scans(order);
        await Uploads();
        await Consents(order);
        await Quotes(order);
        await Notices();
        await Retention(scan);
        await Rights();
        await AllElse();

        var left = api.Operations.Select(operation => operation.Id).Except(called).ToList();
        Assert.True(left.Count == 0, $"Call these too, with the ids of what is there: {string.Join(", ", left)}");
    }

    private async Task Messages()
    {
        var challenge = JsonSerializer.Deserialize<Challenge>(await Call("GiveChallenge"), WelWee3D.Http.Json.Options)!;
        await Call("SubmitContactForm", body: With("SubmitContactForm", "altcha", challenge.Solve()));
        await Call("SubmitContactForm", body: With("SubmitContactForm", "website", "a robot's"));
        var suspects = await Call("ListContactSuspects");
        await Call("AcceptContactSuspect", [("id", Text(suspects.GetProperty("items")[0], "id"))]);
        var taken = Text(await Call("TakeContact"), "id");
        await Call("GetContact", [("id", taken)]);
        await Call("ChangeContact", [("id", taken)]);
        Assert.NotEmpty((await Call("ListContacts", [("state", "answered"), ("from", "2026-11-22"), ("limit", "10")])).GetProperty("items").EnumerateArray());
        var byMail = await world.Given.MessageByMail();
        await Call("ListMailboxTasks");
        await Call("ConfirmMailDestroyed", [("id", $"{byMail.Id}")]);
    }

    private async Task<string> Orders()
    {
        await Call("RegisterDisk");
        await Call("ListDisks");
        await Call("RegisterRecipient");
        await Call("ListRecipients");
        var cancelled = Text(await Call("OpenOrder"), "id");
        await Call("CancelOrder", [("id", cancelled)]);
        var order = Text(await Call("OpenOrder"), "id");
        await Call("RectifyOrder", [("id", order)]);
        await Call("RecordConsent", [("id", order), ("purpose", "make-figurine")]);
        var hold = Text(await Call("PlaceHold", [("id", order)]), "id");
        await Call("LiftHold", [("id", order), ("hold", hold)]);
        await Call("RecordDisclosure", [("id", order)]);
        await Call("GetOrder", [("id", order)]);
        await Call("ListOrders", [("email", "eva@example.nl"), ("state", "open")]);
        return order;
    }

    /// <returns>One that was destroyed.</returns>
    private async Task<string> Scans(string order)
    {
        var scan = await Uploaded(order);
        await Call("ListScans", [("id", order)]);
        await Call("GetScan", [("id", scan)]);
        await Call("DownloadScan", [("id", scan)]);
        await Call("DownloadScanHead", [("id", scan)]);
        await Call("CheckPrint", [("id", scan)]);
        await Call("GivePrintCopy", [("id", scan), (StatedReason.Header, "Printen")]);
        var copy = Text(await Call("AddCopy", [("id", scan)]), "id");
        await Call("ConfirmCopyDestroyed", [("id", scan), ("copy", copy)]);
        await Call("DateScan", [("id", scan)], With("DateScan", "scannedOn", "2026-11-22"));
        var wrong = await Uploaded(await Consented());
        var moved = Text(await Call("MoveScan", [("id", wrong)], With("MoveScan", "orderId", await Consented())), "id");
        await Call("DestroyScan", [("id", moved)]);
        await Call("ShowProof", [("token", Token(world.Get<ProofLinks>().To(Id.Parse(moved))))]);
        await Call("ShowProofLetter", [("token", Token(world.Get<ProofLinks>().To(Id.Parse(moved))))]);
        var certificate = (await Call("ExplainRecord", [("kind", "scan"), ("id", moved)])).GetProperty("certificate").GetInt32();
        await Call("UndoDestruction", body: With("UndoDestruction", "certificate", certificate));
        await Call("ShipOrder", [("id", order)]);
        await Call("ListDestructionTasks");
        var stray = await world.Given.StrayBlob("vreemd/bestand.stl");
        await Call("DownloadUnclaimed", [("id", $"{stray.Id}")]);
        await Call("DownloadUnclaimedHead", [("id", $"{stray.Id}")]);
        return moved;
    }

    private async Task<string> Uploaded(string order)
    {
        var file = StlFiles.BinaryBox(300, 300, 400);
        var upload = await Begun(order, file.Length);
        await Call("ServeUploadPatch", [("id", upload), ("Tus-Resumable", "1.0.0"), ("Upload-Offset", "0")], bytes: file);
        await Call("ServeUpload", [("id", upload), ("Tus-Resumable", "1.0.0")]);
        await Eventually.Find(async () => (await world.Get<OrderStore>().Find(Id.Parse(order), default))!.Scans.SingleOrDefault(), found => found?.Facts is not null);
        return upload;
    }

    private async Task<string> Begun(string order, int length)
    {
        await Call("CreateUpload", [
            ("Tus-Resumable", "1.0.0"), ("Upload-Length", length.ToString(CultureInfo.InvariantCulture)), ("Upload-Metadata", TusClient.Metadata(Id.Parse(order)))]);
        return location!.Segments[^1];
    }

    private async Task Uploads()
    {
        var upload = await Begun(await Consented(), 1000);
        await Call("ServeUploadDelete", [("id", upload), ("Tus-Resumable", "1.0.0")]);
        foreach (var nothing in (string[])["ServeUploadPost", "ServeUploadGet", "ServeUploadPut"])
            await Call(nothing, [("id", upload)]);
        foreach (var nothing in (string[])["CreateUploadHead", "CreateUploadPatch", "CreateUploadDelete", "CreateUploadGet", "CreateUploadPut"])
            await Call(nothing);
        await Call("DescribeUploads");
    }

    /// <returns>An order that scans may be uploaded for.</returns>
    private async Task<string> Consented()
    {
        var order = Text(await Call("OpenOrder"), "id");
        await Call("RecordConsent", [("id", order), ("purpose", "make-figurine")]);
        return order;
    }

    private async Task Consents(string order)
    {
        var token = Token(world.Get<ConsentLinks>().To(await world.Given.OrderWithScan(Make.Email)));
        await Call("ShowConsents", [("token", token)]);
        await Call("GiveConsent", [("token", token)]);
        await Call("ShowConsentRecord", [("token", token)]);
        await Call("ListConsentTexts");
        await Call("RecordConsent", [("id", order)]);
    }

    private async Task Quotes(string order)
    {
        var withdrawn = Text(await Call("MakeQuote", [("id", order)]), "id");
        await Call("WithdrawQuote", [("id", withdrawn)]);
        var sent = Text(await Call("MakeQuote", [("id", order)]), "id");
        await Call("SendQuote", [("id", sent)]);
        await Call("ListQuotesOfOrder", [("id", order)]);
        await Call("ListQuotes", [("year", "2026")]);
        await Call("GetQuotePdf", [("id", sent)]);
        var token = Token(world.Get<QuoteLinks>().To((await world.Get<QuoteRegister>().Find(Id.Parse(sent), default))!));
        await Call("ShowQuote", [("token", token)]);
        await Call("ShowQuotePdf", [("token", token)]);
        await Call("AcceptQuote", [("token", token)], new JsonObject { ["sha256"] = Text(await Call("GetQuote", [("id", sent)]), "sha256") });
    }

    private async Task Notices()
    {
        var notice = await world.Given.Notice();
        var token = Token(world.Get<NoticeLinks>().To(notice));
        await Call("ShowNotice", [("token", token)]);
        await Call("AnswerNotice", [("token", token)]);
        await Call("ListNotices", [("state", "open")]);
        await Call("SendNotice", [("id", $"{notice.Id}")]);
        await Call("FinishNotice", [("id", $"{notice.Id}")]);
    }

    private async Task Retention(string destroyed)
    {
        var run = Text(await Call("RunSweep"), "id");
        await Call("GetRun", [("id", run)]);
        await Call("ListRuns");
        await Call("ReplayLedger");
        await Call("ListDue", [("from", "2026-11-22"), ("until", "2032-01-01")]);
        await Call("ShowForecast", [("from", "2026-01-01"), ("until", "2032-01-01")]);
        await Call("ExplainRecord", [("kind", "scan"), ("id", destroyed)]);
        await Call("ListCertificates");
        await Call("ListCertificates", [("all", "")]);
        await Call("GetCertificate");
        await Call("ProveCertificate");
        await Call("VerifyCertificates");
        await Call("ShowCheckpoint");
        await Call("ShowLogKeys");
        await Call("ShowTile", [("path", "0/000.p/1")]);
    }

    private async Task Rights()
    {
        await Call("SubmitPrivacyRequest", body: Without("SubmitPrivacyRequest", "altcha"));
        using (await http.Anyone.PostAsync("admin/functions/SendLetters", new StringContent("{}", Encoding.UTF8, "application/json")))
        {
        }
        var token = TokenInLetter().Match(await http.Anyone.GetStringAsync("local/mail")).Groups["token"].Value;
        await Call("ConfirmPrivacyRequestHead", [("token", token)]);
        await Call("ConfirmPrivacyRequest", [("token", token)]);
        await Call("ListPrivacyRequests", [("status", "open")]);
        var taken = new JsonObject { ["kind"] = "access", ["name"] = "Eva", ["email"] = "eva@example.nl", ["receivedOn"] = "2026-11-22", ["channel"] = "phone" };
        var request = Text(await Call("SubmitPrivacyRequest", body: taken, client: http.Officer), "id");
        await Call("CheckIdentity", [("id", request)]);
        await Call("ExtendPrivacyRequest", [("id", request)]);
        await Call("ClosePrivacyRequest", [("id", request)]);
        await Call("ReopenPrivacyRequest", [("id", request)]);
        await Call("GetPrivacyRequest", [("id", request)]);
        await Call("FollowPrivacyRequest", [("token", Token(world.Get<FollowLinks>().To((await world.Get<RequestRegister>().Find(Id.Parse(request), default))!)))]);
        await Call("RectifySubject");
        await Call("FetchExport", [("token", Text(await Call("ExportSubject", [(StatedReason.Header, "Inzage")]), "link").Split('/')[^1])]);
        await Call("ExportSubject", [("Prefer", "respond-async"), (StatedReason.Header, "Inzage")]);
        var shown = await Call("EraseSubject");
        await Call("RestrictSubject");
        await Call("ListSubject", [("email", "eva@example.nl")]);
        await Call("EraseSubject", body: new JsonObject { ["token"] = Text(shown, "token") });
    }

    private async Task AllElse()
    {
        await Call("CountVisit");
        await Call("ListVisits", [("from", "2026-11-01"), ("until", "2026-11-22")]);
        await Call("ShowStatement", [("language", "en")]);
        await Call("ListAudit", [("from", "2026-11-22")]);
        await Call("BringIn", [("kind", "contacts")]);
        await Call("TakeOut", [(StatedReason.Header, "De%20praktijk%20verhuist")]);
        var moment = world.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        await Call("ReceiveMailEvents", [(MailEvents.Timestamp, moment), (MailEvents.Signature, http.SignatureOf(Encoding.UTF8.GetBytes($"{moment}[]")))]);
        await Call("Health", client: http.Officer);
        // What needs nothing but its own examples.
        foreach (var operation in api.Operations.Where(operation => operation.Method is "get" or "options" && !called.Contains(operation.Id)))
            await Call(operation.Id);
    }

    private Uri? location;

    /// <summary>Calls an operation as whoever it is for, with its own examples but for these values.</summary>
    private async Task<JsonElement> Call(
        string id, (string Name, string Value)[]? values = null, JsonNode? body = null, byte[]? bytes = null, HttpClient? client = null)
    {
        var operation = api[id];
        client ??= operation.IsPublic ? http.Anyone : operation.Roles.Contains("staff") ? http.Staff : http.Officer;
        using var request = operation.Request((values ?? []).ToDictionary(value => value.Name, value => value.Value), body, bytes);
        using var answer = await client.SendAsync(request);
        called.Add(id);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode < 400 || operation.Statuses.All(status => status >= 400), $"{id} answers {(int)answer.StatusCode}: {text}");
        var faults = await api.Faults(operation, answer);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        location = answer.Headers.Location;
        return answer.Content.Headers.ContentType?.MediaType == "application/json" && text.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(text) : default;
    }

    private JsonObject With(string id, string name, JsonNode value)
    {
        var body = api[id].Example!.DeepClone().AsObject();
        body[name] = value;
        return body;
    }

    private JsonObject Without(string id, string name)
    {
        var body = api[id].Example!.DeepClone().AsObject();
        body.Remove(name);
        return body;
    }

    private static string Token(Uri link) => link.Segments[^1];

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    [GeneratedRegex("/confirm/(?<token>[0-9a-f]{64})")]
    private static partial Regex TokenInLetter();
}
