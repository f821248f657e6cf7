using WelWee3D.Formats;

namespace WelWee3D.Scans;

/// <summary>Why a file is no scan, as the letter to the practice tells it.</summary>
internal static class RejectedInDutch
{
    private const string Otherwise = "Het bestand kan niet worden gelezen. Bij de scan staat waarom.";

    public static string Of(string reason) => Damage.InDutch(reason) ?? Otherwise;
}
