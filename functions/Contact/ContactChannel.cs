namespace WelWee3D.Contact;

/// <summary>By which way a message came in.</summary>
public enum ContactChannel
{
    /// <summary>The form of the website.</summary>
    Form,
    Phone,
    Mail,
}
