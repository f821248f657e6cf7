namespace WelWee3D.Staff;

/// <summary>An app role in Entra ID. Neither includes the other; an account may have both.</summary>
public enum Role
{
    Staff,
    Privacy,
}
