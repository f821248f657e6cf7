using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Retention.Published;
using WelWee3D.Retention.Shown;
using WelWee3D.Storage;

namespace WelWee3D.Scans.Proof;

/// <summary>Tells a client that her scan is gone and where the proof is: the last that her address is kept for.</summary>
public sealed class ScanDestroyedLetter(OrderStore orders, ProofLinks proofs, LogKeys keys) : ILetterRenderer
{
    public const string Name = "scan-destroyed";

    public string Kind => Name;

    public LetterReason Reason => LetterReason.Order;

    public static Letter Of(Id order, Id scan) => new(Name, $"{order}|{scan}");

    public async Task<RenderedLetter?> Render(string reference, CancellationToken cancellation)
    {
        var (id, scan) = Parse(reference);
        if (await orders.Find(id, cancellation) is not { } order || order.ProofsOwed.FirstOrDefault(each => each.Scan == scan) is not { } owed
            || await proofs.Of(scan, cancellation) is not { } proof)
            return null;
        var language = order.Client.Language == "en" ? "en" : "nl";
        return new(order.Client.Email, language == "en" ? "Your scan has been destroyed" : "Je scan is vernietigd", Body(order, owed, proof, language));
    }

    /// <summary>Her order need not wait for this any longer, also where it cannot be delivered.</summary>
    public Task Delivered(string reference, bool sent, DateTimeOffset at, CancellationToken cancellation)
    {
        var (id, scan) = Parse(reference);
        return orders.Change(id, order => order.Settled(scan), cancellation);
    }

    private LetterBody Body(Order order, ProofOwed owed, FoundProof proof, string language)
    {
        var words = PlainWords.In(language);
        var body = new LetterBody(language, words.Either("Je scan is vernietigd", "Your scan has been destroyed"))
            .Say(language == "en" ? Salutation.English(order.Client.Name) : Salutation.Dutch(order.Client.Name))
            .Say(words.Either(
                $"Op {words.Date(owed.Since)} hebben we een scan vernietigd die van jou was.", $"On {words.Date(owed.Since)} we destroyed a scan that was yours."))
            .Say(words.Derived(proof.Line.Why))
            .Say(words.Either(
                "Op deze pagina staat het bewijs. Je naam staat er niet op, en er is niemand in te herkennen:",
                "On this page is the proof. It does not have your name on it, nor anything by which to know somebody:"))
            .Link(keys.Behind(proofs.To(owed.Scan)))
            .Say(words.Either(
                "Je kunt het daar zelf nakijken, zonder ons te hoeven geloven. Bewaar daarvoor deze mail: hier staat de sleutel in waarmee het bewijs is ondertekend.",
                "You can check it there by yourself, without taking our word for it. Keep this mail for that: it has the key with which the proof is signed."))
            .Facts((words.Either("Sleutel", "Key"), keys.OnLetters));
        if (proof.OnDisks > 0)
            body.Say(words.Either(
                "Er staat nog een kopie op een harde schijf van de praktijk. Die wissen we ook; is dat gedaan, dan staat het op dezelfde pagina.",
                "There is a copy left on a hard disk of the practice. We wipe that too; once that is done, the same page says so."));
        if (order.ErasureRequestedOn is not null)
            body.Say(words.Either(
                "Je vroeg ons ook je gegevens te wissen. Met deze brief hebben we je adres niet meer nodig: het gaat nu weg. Bewaar de link als je die later nog wilt gebruiken.",
                "You also asked us to erase your details. With this letter we need your address no longer: it goes now. Keep the link if you want to use it later."));
        return body.Say(words.Either("Groet van Wel & Wee – 3D", "Kind regards, Wel & Wee – 3D"));
    }

    private static (Id Order, Id Scan) Parse(string reference) => reference.Split('|') is [var order, var scan]
        ? (Id.Parse(order), Id.Parse(scan))
        : throw new FormatException("A letter about a destroyed scan names its order and the scan.");
}
