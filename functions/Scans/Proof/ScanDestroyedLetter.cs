using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Retention.Published;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Scans.Proof;

/// <summary>Tells a client that her scan is gone and where the proof is: the last that her address is kept for.</summary>
public sealed class ScanDestroyedLetter(OrderStore orders, ProofLinks proofs, LogKeys keys, RetentionRules rules) : ILetterRenderer
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
        var body = Body(order, owed, proof);
        return new(order.Client.Email, body.Title, body);
    }

    /// <summary>Her order need not wait for this any longer, also where it cannot be delivered.</summary>
    public Task Delivered(string reference, bool sent, DateTimeOffset at, CancellationToken cancellation)
    {
        var (id, scan) = Parse(reference);
        return orders.Change(id, order => order.Settled(scan), cancellation);
    }

    private LetterBody Body(Order order, ProofOwed owed, FoundProof proof)
    {
        var body = new LetterBody(order.Client.Language, "Je scan is vernietigd", "Your scan has been destroyed").Greet(order.Client.Name);
        var words = PlainWords.In(body.Language);
        body
            .Say(proof.OnDisks == 0
                ? words.Either(
                    $"Op {words.Date(owed.Since)} hebben we een scan vernietigd die van jou was.", $"On {words.Date(owed.Since)} we destroyed a scan that was yours.")
                : words.Either(
                    $"Op {words.Date(owed.Since)} hebben we een scan die van jou was uit de opslag verwijderd.", $"On {words.Date(owed.Since)} we deleted a scan that was yours from storage."))
            .Say(words.Derived(proof.Line.Why));
        var closes = proof.Certificate?.Read().RecoveryClosesOn ?? rules.RecoveryClosesOn(owed.Since);
        if (closes > owed.Since)
            body.Say(
                $"Tot {words.Date(closes)} kan de opslag het bestand nog terughalen. Vanaf die dag kan niemand dat meer.",
                $"Until {words.Date(closes)} storage can bring the file back. From that day on nobody can.");
        body.Say(Where(proof.OnDisks, words))
            .Link(keys.Behind(proofs.To(owed.Scan)))
            .Say(
                "Je kunt het daar zelf nakijken, zonder ons te hoeven geloven. Bewaar daarvoor deze mail: hier staat de sleutel in waarmee het bewijs is ondertekend.",
                "You can check it there by yourself, without taking our word for it. Keep this mail for that: it has the key with which the proof is signed.")
            .Facts(("Sleutel", "Key", keys.OnLetters));
        if (order.ErasureRequestedOn is not null)
            body.Say(
                "We wissen ook je bestelling, met je adres daarin: die gaat hierna weg. Loopt er nog een verzoek van je, dan krijg je daar nog antwoord op; wat daarin staat, gaat daarna. Bewaar de link als je die later nog wilt gebruiken.",
                "We erase your order as well, with your address in it: it goes after this. If a request of yours is still open, you will get the answer to it; what stands in that goes afterwards. Keep the link if you want to use it later.");
        return body.Goodbye();
    }

    /// <summary>There is no proof before each copy is wiped: what there is until then is told as what it is.</summary>
    private static string Where(int onDisks, PlainWords words) => onDisks switch
    {
        0 => words.Either(
            "Op deze pagina staat het bewijs. Je naam staat er niet op, en er is niemand in te herkennen:",
            "On this page is the proof. It does not have your name on it, nor anything by which to know somebody:"),
        1 => words.Either(
            "Er staat nog een kopie op een harde schijf van de praktijk, die we zelf wissen. Is dat gedaan, dan staat op deze pagina het bewijs. Je naam komt er niet op, en er is niemand in te herkennen:",
            "There is a copy left on a hard disk of the practice, which we wipe ourselves. Once that is done, the proof is on this page. It will not have your name on it, nor anything by which to know somebody:"),
        _ => words.Either(
            $"Er staan nog {onDisks} kopieën op harde schijven van de praktijk, die we zelf wissen. Is dat gedaan, dan staat op deze pagina het bewijs. Je naam komt er niet op, en er is niemand in te herkennen:",
            $"There are {onDisks} copies left on hard disks of the practice, which we wipe ourselves. Once that is done, the proof is on this page. It will not have your name on it, nor anything by which to know somebody:"),
    };

    private static (Id Order, Id Scan) Parse(string reference) => reference.Split('|') is [var order, var scan]
        ? (Id.Parse(order), Id.Parse(scan))
        : throw new FormatException("A letter about a destroyed scan names its order and the scan.");
}
