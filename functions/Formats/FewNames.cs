using System.Xml;

namespace WelWee3D.Formats;

/// <summary>The names in XML. A parser keeps each of them to the end: there are as few as a format has, however large a file is.</summary>
internal sealed class FewNames : NameTable
{
    private const int Most = 64 * 1024;

    private int characters;

    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

    private string Counted(string name) => (characters += name.Length) <= Most ? name : throw new DamagedException(Damage.BadXml.English);
}
