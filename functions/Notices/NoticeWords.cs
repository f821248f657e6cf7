using WelWee3D.Mail;
using WelWee3D.Orders;

namespace WelWee3D.Notices;

/// <summary>What a recipient reads, in its letter and on its page.</summary>
internal sealed class NoticeWords(string language) : Bilingual(language)
{
    public string Title => Either("Gegevens die jullie van ons kregen", "Data that you were given by us");

    public string Order => Either("Bestelling", "Order");

    public string ByLink => Either(
        "Laat op deze pagina weten dat jullie dit hebben gelezen, en daarna dat het is gedaan. De link is alleen voor jullie:",
        "Let us know on this page that you have read this, and afterwards that it is done. The link is for you alone:");

    public string GivenOn => Either("Gekregen", "Given");

    public string NewValues => Either("Zo is het goed", "This is right");

    public string NoValues => Either(
        "Wij hebben deze gegevens zelf niet meer. Wis wat jullie hebben.", "We no longer have these data ourselves. Erase what you have.");

    public string RestrictedValues => Either(
        "Het gebruik van haar gegevens is nu beperkt. Zolang dat zo is, laten wij hier niet zien hoe het goed is. Kijk op deze pagina nog eens als je van ons hoort dat het weer mag.",
        "The use of her data is restricted now. As long as it is, we do not show here what is right. Look at this page again when you hear from us that they may be used.");

    public string Read => Either("Wij hebben dit gelezen", "We have read this");

    public string Done => Either("Wij hebben dit gedaan", "We have done this");

    public string GoneTitle => Either("Deze link werkt niet (meer)", "This link does not work (any more)");

    public string GoneText => Either(
        "Misschien is hij niet helemaal overgenomen, of is het te lang geleden. Neem gerust contact met ons op.",
        "Perhaps it was not copied in full, or it is too long ago. Do get in touch with us.");

    public string ToDo(NoticeCause cause) => cause switch
    {
        NoticeCause.Rectification => Either(
            "Een cliënt van ons heeft gegevens laten verbeteren. Pas aan wat jullie hebben.",
            "A client of ours has had data set right. Change what you have."),
        NoticeCause.Erasure => Either(
            "Een cliënt van ons heeft al haar gegevens laten wissen. Wis wat jullie van deze bestelling hebben, en elke kopie daarvan.",
            "A client of ours has had all her data erased. Erase what you have of this order, and every copy of it."),
        NoticeCause.Lifting => Either(
            "Het gebruik van de gegevens van een cliënt van ons is niet meer beperkt. Jullie mogen weer gebruiken wat jullie van deze bestelling hebben, waarvoor jullie het kregen.",
            "The use of the data of a client of ours is restricted no more. You may use what you have of this order again, for what you were given it."),
        _ => Either(
            "Een cliënt van ons heeft het gebruik van haar gegevens laten beperken. Gebruik niet wat jullie van deze bestelling hebben en wis het ook niet, tot je weer van ons hoort.",
            "A client of ours has had the use of her data restricted. Do not use what you have of this order, and do not erase it, until you hear from us again."),
    };

    public string Law => Either(
        "Wij moeten jullie dit laten weten volgens artikel 19 van de AVG.", "Article 19 of the GDPR has us tell you this.");

    public string State(RecipientNotice notice) => notice switch
    {
        { DoneAt: { } at } => Either($"Gedaan op {Day(at)}.", $"Done on {Day(at)}."),
        { AcknowledgedAt: { } at } => Either($"Gelezen op {Day(at)}.", $"Read on {Day(at)}."),
        _ => Either("Nog niet beantwoord.", "Not answered yet."),
    };

    public string Given(GivenData given) => $"{Day(given.On)}: {string.Join(", ", Parts(given))}";

    public string Detail(ClientDetail detail) => detail switch
    {
        ClientDetail.Name => Either("naam", "name"),
        ClientDetail.Email => Either("mailadres", "mail address"),
        ClientDetail.Phone => Either("telefoonnummer", "phone number"),
        _ => Either("adres", "address"),
    };

    private IEnumerable<string> Parts(GivenData given)
    {
        if (given.Scans > 0)
            yield return given.Scans == 1 ? Either("één scan", "one scan") : $"{given.Scans} scans";
        foreach (var detail in given.Details)
            yield return Detail(detail);
    }

    private string Day(DateTimeOffset at) => Day(Amsterdam.DateOf(at));
}
