namespace WelWee3D.Retention;

/// <summary>The same said in both languages: to a person in the practice, or to the one it is about.</summary>
public sealed record Words(string Dutch, string English)
{
    public string In(string language) => language == "en" ? English : Dutch;
}

/// <summary>What a kind of record is called: one of them, and many.</summary>
public sealed record KindWords(Words One, Words Many)
{
    public Words Of(int count) => count == 1 ? One : Many;
}
