using System.Numerics;

namespace WelWee3D.Formats;

/// <summary>What the JSON of a glTF 2 file says, as far as positions and triangles go.</summary>
internal sealed record GltfDocument(
    int? Scene, GltfScene[]? Scenes, GltfNode[]? Nodes, GltfMesh[]? Meshes, GltfAccessor[]? Accessors, GltfView[]? BufferViews, GltfBuffer[]? Buffers,
    string[]? ExtensionsRequired)
{
    // They are about what a surface looks like.
    private static readonly string[] Harmless = ["KHR_materials_", "KHR_texture_", "KHR_lights_", "EXT_texture_", "MSFT_texture_"];

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static GltfDocument Of(ReadOnlySpan<byte> json)
    {
        var document = JsonSerializer.Deserialize<GltfDocument>(json.TrimEnd((byte)0), Options) ?? throw new JsonException("There is no object.");
        object?[]?[] lists =
        [
            document.Scenes, document.Nodes, document.Meshes, document.Accessors, document.BufferViews, document.Buffers, document.ExtensionsRequired,
            .. document.Meshes?.Select(mesh => mesh?.Primitives) ?? [],
        ];
        return lists.Any(list => list?.Contains(null) is true) ? throw new JsonException("A list holds nothing where it must hold something.") : document;
    }

    public GltfNode Node(int index) => At(Nodes, index);

    public GltfMesh Mesh(int index) => At(Meshes, index);

    public GltfAccessor Accessor(int index) => At(Accessors, index);

    /// <summary>Where in the buffer its numbers begin, as far as they lie there.</summary>
    public long StartOf(GltfAccessor accessor) => accessor.BufferView is { } view ? (View(view).ByteOffset ?? 0) + (accessor.ByteOffset ?? 0) : 0;

    /// <exception cref="DamagedException">It is compressed, or of a buffer that is not in the file.</exception>
    public GltfView View(int index)
    {
        var view = At(BufferViews, index);
        if (view.Extensions?.ContainsKey("EXT_meshopt_compression") is true || view.Extensions?.ContainsKey("KHR_meshopt_compression") is true)
            throw new DamagedException(Damage.Compressed.With("meshopt"));
        return view.Buffer == 0 && At(Buffers, 0).Uri is null ? view : throw new DamagedException(Damage.Elsewhere.English);
    }

    /// <exception cref="DamagedException">It needs an extension that changes where its triangles are.</exception>
    public void RefuseOthers()
    {
        foreach (var name in ExtensionsRequired ?? [])
            if (name == "KHR_draco_mesh_compression")
                throw new DamagedException(Damage.Compressed.With("Draco"));
            else if (name.EndsWith("_meshopt_compression", StringComparison.Ordinal))
                throw new DamagedException(Damage.Compressed.With("meshopt"));
            else if (name != "KHR_mesh_quantization" && !Harmless.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
                throw new DamagedException(Damage.Extension.English);
    }

    private static T At<T>(T[]? all, int index) =>
        all is not null && index >= 0 && index < all.Length ? all[index] : throw new DamagedException(Damage.BadJson.English);
}

internal sealed record GltfScene(int[]? Nodes);

internal sealed record GltfNode(int? Mesh, int[]? Children, float[]? Matrix, float[]? Translation, float[]? Rotation, float[]? Scale)
{
    /// <summary>Column by column there, and for columns; row by row here, and for rows: the same sixteen numbers.</summary>
    public Matrix4x4? Transform()
    {
        if (Matrix is [var a, var b, var c, var d, var e, var f, var g, var h, var i, var j, var k, var l, var m, var n, var o, var p])
            return new(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p);
        var (scale, rotation, translation) = (Scale ?? [1, 1, 1], Rotation ?? [0, 0, 0, 1], Translation ?? [0, 0, 0]);
        if (Matrix is not null || scale.Length != 3 || rotation.Length != 4 || translation.Length != 3)
            return null;
        return Matrix4x4.CreateScale(scale[0], scale[1], scale[2])
            * Matrix4x4.CreateFromQuaternion(new Quaternion(rotation[0], rotation[1], rotation[2], rotation[3]))
            * Matrix4x4.CreateTranslation(translation[0], translation[1], translation[2]);
    }
}

internal sealed record GltfMesh(GltfPrimitive[]? Primitives);

internal sealed record GltfPrimitive(Dictionary<string, int>? Attributes, int? Indices, int? Mode, Dictionary<string, JsonElement>? Extensions)
{
    /// <summary>4, 5 and 6 in the standard; what is less has no triangles.</summary>
    public bool HasTriangles => (Mode ?? 4) is >= 4 and <= 6;

    public void RefuseCompressed()
    {
        if (Extensions?.ContainsKey("KHR_draco_mesh_compression") is true)
            throw new DamagedException(Damage.Compressed.With("Draco"));
    }
}

internal sealed record GltfAccessor(int? BufferView, long? ByteOffset, int ComponentType, long Count, string? Type, bool? Normalized, GltfSparse? Sparse);

internal sealed record GltfSparse(long Count, GltfSparsePart? Indices, GltfSparsePart? Values);

internal sealed record GltfSparsePart(int BufferView, long? ByteOffset, int? ComponentType);

internal sealed record GltfView(int Buffer, long? ByteOffset, long ByteLength, int? ByteStride, Dictionary<string, JsonElement>? Extensions);

internal sealed record GltfBuffer(string? Uri, long ByteLength);
