namespace WelWee3D.Formats;

/// <summary>Damage that was found deep within a file; its reader turns it into an answer.</summary>
internal sealed class DamagedException(string damage) : Exception(damage);
