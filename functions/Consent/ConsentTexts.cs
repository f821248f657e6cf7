namespace WelWee3D.Consent;

/// <summary>Every version of every text, in both languages. A new version is added; none is ever changed or taken away.</summary>
public static class ConsentTexts
{
    /// <summary>When somebody last read whether they still say what is done.</summary>
    public static readonly DateOnly CheckedOn = new(2026, 11, 27);

    private static readonly DateOnly First = new(2023, 6, 1);

    public static readonly IReadOnlyList<ConsentText> All =
    [
        new(Purpose.MakeFigurine, "1", First, "nl",
            "Ik vind het goed dat Wel & Wee – 3D een 3D-scan van mijn zwangere lichaam maakt en gebruikt om het beeldje te maken dat ik heb besteld. "
            + "Aan de scan is te zien hoe mijn lichaam eruitziet; hij is tot mij te herleiden en wordt behandeld als een gegeven over mijn gezondheid. "
            + "Zonder dit ja kan er geen beeldje worden gemaakt. Ik kan het altijd weer intrekken."),
        new(Purpose.MakeFigurine, "1", First, "en",
            "I agree that Wel & Wee – 3D makes a 3D scan of my pregnant body and uses it to make the figurine that I ordered. "
            + "The scan shows what my body looks like; it can be traced back to me and is treated as information about my health. "
            + "Without this yes no figurine can be made. I can withdraw it at any time."),
        new(Purpose.KeepScan, "1", First, "nl",
            "Ik vind het goed dat Wel & Wee – 3D mijn scan vijf jaar bewaart, geteld vanaf de dag waarop hij is gemaakt. "
            + "Raakt mijn beeldje kwijt of beschadigd, dan kan het in die tijd opnieuw worden gemaakt. "
            + "Zeg ik nee, of trek ik dit in, dan wordt de scan binnen twee maanden na het verzenden van het beeldje vernietigd. "
            + "Voor mijn beeldje maakt het niet uit wat ik antwoord. Ik kan het altijd weer intrekken."),
        new(Purpose.KeepScan, "1", First, "en",
            "I agree that Wel & Wee – 3D keeps my scan for five years, counted from the day on which it was made. "
            + "Should my figurine be lost or damaged, it can be made again in that time. "
            + "If I say no, or withdraw this, the scan is destroyed within two months after the figurine was sent. "
            + "Whatever I answer makes no difference to my figurine. I can withdraw it at any time."),
        new(Purpose.OtherUse, "1", First, "nl",
            "Ik vind het goed dat Wel & Wee – 3D mijn scan, zonder mijn naam, laat zien als voorbeeld van het werk: in de praktijk, op de website en op sociale media. "
            + "De scan wordt er niet langer om bewaard. Voor mijn beeldje maakt het niet uit wat ik antwoord. Ik kan het altijd weer intrekken."),
        new(Purpose.OtherUse, "1", First, "en",
            "I agree that Wel & Wee – 3D shows my scan, without my name, as an example of its work: at the practice, on its website and on social media. "
            + "The scan is not kept any longer for it. Whatever I answer makes no difference to my figurine. I can withdraw it at any time."),
    ];

    /// <returns>Null when there is none such: nobody can have answered it.</returns>
    public static ConsentText? Find(Purpose? purpose, string? version, string? language) =>
        All.FirstOrDefault(text => text.Purpose == purpose && text.Version == version && text.Language == language);

    /// <summary>The one to be answered on a day; on a day before all of them, which only a clock that is wrong tells, the first.</summary>
    public static ConsentText InForce(Purpose purpose, string language, DateOnly day)
    {
        var texts = All.Where(text => text.Purpose == purpose && text.Language == language).ToList();
        return texts.LastOrDefault(text => text.InForceFrom <= day) ?? texts[0];
    }
}
