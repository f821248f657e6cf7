namespace WelWee3D.Storage;

/// <summary>
/// The categories of personal data, as the register of processing (GDPR article 30) and the answer to a request for
/// access (article 15) name them.
/// </summary>
public enum DataCategory
{
    /// <summary>Who somebody is: a name, or a file's name, which mostly has it.</summary>
    Identity,

    /// <summary>How somebody is reached: mail, phone, the address to send to, the language to write in.</summary>
    Contact,

    /// <summary>What somebody wrote, when and how.</summary>
    Communication,

    /// <summary>What somebody ordered, and what became of it.</summary>
    Order,

    /// <summary>The body of a client: scans, and what is measured in them. Tells of health (article 9).</summary>
    Body,

    /// <summary>The answers about consent, with the evidence that article 7 asks for.</summary>
    Consent,

    /// <summary>What somebody asked for by right (restriction, erasure), and what stands in its way (holds).</summary>
    Rights,
}
