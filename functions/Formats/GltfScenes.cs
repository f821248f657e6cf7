using System.Numerics;

namespace WelWee3D.Formats;

/// <summary>Where the meshes of a scene are: each once for every node that shows it.</summary>
internal static class GltfScenes
{
    private const int MostNodes = 100_000;
    private const int MostDepth = 256;

    public static Dictionary<int, List<Matrix4x4>> Places(GltfDocument document)
    {
        var places = new Dictionary<int, List<Matrix4x4>>();
        var open = new Stack<(int Node, Matrix4x4 Parent, int Depth)>();
        var count = 0;
        Push([.. Roots(document)], Matrix4x4.Identity, 0);
        while (open.TryPop(out var next))
        {
            // A node that is below itself comes back without end.
            if (next.Depth == MostDepth)
                throw new DamagedException(Damage.TooMuch.With(MostNodes));
            var node = document.Node(next.Node);
            var place = (node.Transform() ?? throw new DamagedException(Damage.BadJson.English)) * next.Parent;
            if (node.Mesh is { } mesh)
                (places.TryGetValue(mesh, out var known) ? known : places[mesh] = []).Add(place);
            Push(node.Children ?? [], place, next.Depth + 1);
        }
        return places;

        // Counted before they are kept: one of very many children may stand below itself.
        void Push(int[] nodes, Matrix4x4 parent, int depth)
        {
            if ((count += nodes.Length) > MostNodes)
                throw new DamagedException(Damage.TooMuch.With(MostNodes));
            foreach (var node in nodes.Reverse())
                open.Push((node, parent, depth));
        }
    }

    /// <summary>Of the scene that is shown; where there is none, of all.</summary>
    private static IEnumerable<int> Roots(GltfDocument document)
    {
        if (document.Scenes is { Length: > 0 } scenes)
            return (document.Scene ?? 0) is >= 0 and var shown && shown < scenes.Length
                ? scenes[shown].Nodes ?? []
                : throw new DamagedException(Damage.BadJson.English);
        var nodes = document.Nodes ?? [];
        return Enumerable.Range(0, nodes.Length).Except(nodes.SelectMany(node => node.Children ?? []));
    }
}
