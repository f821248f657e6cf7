namespace WelWee3D.Contact;

/// <summary>The settings under <c>Contact</c>.</summary>
public sealed class ContactOptions
{
    /// <summary>The pages that a plain HTML form may lead to; the first is where it goes by itself.</summary>
    public IList<string> ThanksPages { get; } = [];

    /// <summary>How many messages one address may send in a minute.</summary>
    public int PerMinute { get; set; } = 30;
}
