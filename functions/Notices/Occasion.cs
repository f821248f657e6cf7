using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Storage;

namespace WelWee3D.Notices;

/// <summary>Tells one cause for a notice from the next of the same kind.</summary>
public static class Occasion
{
    /// <summary>
    /// What is set right on a day: whoever asks that again, since the order was changed meanwhile, means the same. By a keyed hash, for
    /// the id of a notice follows from it.
    /// </summary>
    public static string Of(Client former, Client right, DateOnly on, SubjectKeys keys) =>
        Convert.ToHexStringLower(keys.Seed("rectification", $"{StoredJson.Write(former)}|{StoredJson.Write(right)}|{on.Iso()}"));
}
