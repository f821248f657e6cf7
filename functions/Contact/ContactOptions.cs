namespace WelWee3D.Contact;

/// <summary>The settings under <c>Contact</c>.</summary>
public sealed class ContactOptions
{
    /// <summary>The websites whose pages may send the form, such as <c>https://www.example.nl</c>; the app's own always may.</summary>
    public IList<string> Origins { get; } = [];

    /// <summary>The pages that a plain HTML form may lead to; the first is where it goes by itself.</summary>
    public IList<string> ThanksPages { get; } = [];

    /// <summary>
    /// Whom messages may be forwarded to: the object id of an account or the name of a role, and an address, as in
    /// <c>planning=planning@voorbeeld.nl</c>.
    /// </summary>
    public IList<string> Colleagues { get; } = [];

    /// <summary>Whether a script that sends the form must have solved a challenge.</summary>
    public bool RequireProof { get; set; } = true;

    /// <summary>How many messages one address may send in a minute.</summary>
    public int PerMinute { get; set; } = 30;

    /// <summary>How many messages may be sent in a minute by all together.</summary>
    public int TotalPerMinute { get; set; } = 300;

    /// <summary>How many proxies of our own write in <c>X-Forwarded-For</c>; the platform has one.</summary>
    public int TrustedProxies { get; set; } = 1;
}
