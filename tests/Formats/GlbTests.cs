using System.Numerics;
using static WelWee3D.Tests.Formats.Reading;

namespace WelWee3D.Tests.Formats;

public class GlbTests
{
    /// <summary>In metres, as the format has it.</summary>
    private static readonly IndexedMesh Box = IndexedMesh.Of(StlFiles.Box(0.5f, 0.25f, 1));

    private static readonly string Json = GlbFiles.Json(Box);

    [Fact]
    public async Task A_box_is_counted_and_measured()
    {
        var facts = await Read(GlbFiles.Of(Box));

        Assert.Null(facts.Rejected);
        Assert.Equal((ScanFormat.Glb, 12L, 8L), (facts.Format, facts.Triangles, facts.Vertices));
        Assert.Equal(new Bounds(new Point(0, 0, 0), new Point(0.5, 0.25, 1)), facts.Bounds);
        Assert.Equal(new Bounds(new Point(0, 0, 0), new Point(500, 250, 1000)), facts.BoundsInMillimetres);
        Assert.Equal(("m", UnitSource.Format, true, 0.125), (facts.Unit, facts.UnitFrom, facts.Closed, facts.Volume));
        Assert.Empty(facts.Warnings);
    }

    [Theory]
    [InlineData("""{"mesh":0,"scale":[2,1,1]}""", 1, 0.25, 1)]
    [InlineData("""{"mesh":0,"translation":[1,2,3]}""", 1.5, 2.25, 4)]
    [InlineData("""{"mesh":0,"rotation":[0.70710677,0,0,0.70710677]}""", 0.5, 0, 0.25)]
    [InlineData("""{"mesh":0,"matrix":[1,0,0,0, 0,1,0,0, 0,0,1,0, 1,2,3,1]}""", 1.5, 2.25, 4)]
    [InlineData("""{"children":[1],"scale":[2,2,2]},{"mesh":0,"translation":[1,0,0]}""", 3, 0.5, 2)]
    [InlineData("""{"mesh":0,"scale":[-1,1,1]}""", 0, 0.25, 1)]
    public async Task Nodes_move_turn_and_scale_it(string nodes, double x, double y, double z)
    {
        var facts = await Read(GlbFiles.Of(Box, nodes));

        Assert.Null(facts.Rejected);
        var max = facts.Bounds!.Value.Max;
        Assert.Equal((x, y, z), (Math.Round(max.X, 5), Math.Round(max.Y, 5), Math.Round(max.Z, 5)));
        Assert.True(facts.Closed);
        Assert.True(facts.Volume > 0);
    }

    [Fact]
    public async Task A_mesh_is_there_once_for_each_node_that_shows_it()
    {
        var facts = await Read(GlbFiles.Of(Box, """{"children":[1,2]},{"mesh":0},{"mesh":0,"translation":[1,0,0]},{"mesh":0,"translation":[9,9,9]}"""));

        Assert.Equal((24L, 8L, 0.25, 1.5), (facts.Triangles, facts.Vertices, Math.Round(facts.Volume!.Value, 6), facts.Bounds!.Value.Max.X));
    }

    [Theory]
    [InlineData(5121, 1)]
    [InlineData(5123, 2)]
    public async Task Corners_may_be_numbered_in_fewer_bytes(int componentType, int size)
    {
        byte[] buffer = [.. GlbFiles.Buffer(Box)[..96], .. Box.Faces.SelectMany(face => face).SelectMany(index => BitConverter.GetBytes(index)[..size])];

        Assert.Equal(0.125, (await Read(GlbFiles.File(Json.Replace("5125", $"{componentType}", StringComparison.Ordinal).Replace("\"byteLength\":144", $"\"byteLength\":{36 * size}", StringComparison.Ordinal), buffer))).Volume);
    }

    [Fact]
    public async Task Positions_may_lie_between_other_numbers()
    {
        byte[] positions = [.. Box.Vertices.SelectMany(at => new[] { 7f, at.X, at.Y, at.Z, 8f }).SelectMany(BitConverter.GetBytes)];
        var json = Json.Replace("""{"bufferView":0,""", """{"bufferView":0,"byteOffset":4,""", StringComparison.Ordinal)
            .Replace("""{"buffer":0,"byteLength":96}""", """{"buffer":0,"byteLength":160,"byteStride":20}""", StringComparison.Ordinal)
            .Replace("\"byteOffset\":96", "\"byteOffset\":160", StringComparison.Ordinal);

        Assert.Equal(0.125, (await Read(GlbFiles.File(json, [.. positions, .. GlbFiles.Buffer(Box)[96..]]))).Volume);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Single_positions_may_have_other_values_and_there_may_be_no_others(bool hasOthers)
    {
        int[] other = [.. Enumerable.Range(0, 8).Where(index => !hasOthers || Box.Vertices[index].Z == 1)];
        byte[] places = [.. other.SelectMany(index => BitConverter.GetBytes((ushort)index))];
        byte[] values = [.. other.Select(index => Box.Vertices[index]).SelectMany(at => new[] { at.X, at.Y, 2 * at.Z }).SelectMany(BitConverter.GetBytes)];
        var start = GlbFiles.Buffer(Box).Length;
        var sparse = "\"sparse\":{\"count\":" + other.Length + ",\"indices\":{\"bufferView\":2,\"componentType\":5123},"
            + "\"values\":{\"bufferView\":2,\"byteOffset\":" + places.Length + "}},";
        var json = Json.Replace("{\"bufferView\":0,", "{" + (hasOthers ? "\"bufferView\":0," : "") + sparse, StringComparison.Ordinal)
            .Replace("144}]", "144},{\"buffer\":0,\"byteOffset\":" + start + ",\"byteLength\":" + (places.Length + values.Length) + "}]", StringComparison.Ordinal);

        var facts = await Read(GlbFiles.File(json, [.. GlbFiles.Buffer(Box), .. places, .. values]));

        Assert.Equal((null, 0.25, true), (facts.Rejected, facts.Volume, facts.Closed));
    }

    [Theory]
    [InlineData(5, new[] { 0, 1, 2, 3 })]
    [InlineData(6, new[] { 0, 1, 3, 2 })]
    public async Task Strips_and_fans_are_triangles(int mode, int[] corners)
    {
        var square = new IndexedMesh([new(0, 0, 0), new(1, 0, 0), new(0, 1, 0), new(1, 1, 0)], [corners]);
        var json = GlbFiles.Json(square).Replace("\"count\":3", "\"count\":4", StringComparison.Ordinal)
            .Replace("\"byteLength\":12}", "\"byteLength\":16}", StringComparison.Ordinal).Replace("\"indices\":1", $"\"indices\":1,\"mode\":{mode}", StringComparison.Ordinal);
        var turned = new IndexedMesh(square.Vertices, [[0, 2, 1], [1, 2, 3]]);

        var facts = await Read(GlbFiles.File(json, GlbFiles.Buffer(square)));

        Assert.Equal((2L, 0L, false), (facts.Triangles, facts.Degenerate, facts.Closed));
        // With the same square from behind it is closed: both triangles face the same way.
        Assert.True((await Read(StlFiles.Binary([.. Triangles(mode, square), .. turned.Triangles()]))).Closed);
    }

    private static StlFiles.Triangle[] Triangles(int mode, IndexedMesh square)
    {
        var at = square.Vertices;
        return mode == 5 ? [new(at[0], at[1], at[2]), new(at[2], at[1], at[3])] : [new(at[0], at[1], at[3]), new(at[0], at[3], at[2])];
    }

    [Fact]
    public async Task Whole_numbers_may_stand_for_positions()
    {
        byte[] positions = [.. Box.Vertices.SelectMany(at => new[] { at.X, at.Y, at.Z, 0 }).SelectMany(value => BitConverter.GetBytes((short)(value * short.MaxValue)))];
        var json = Json.Replace("\"componentType\":5126", "\"componentType\":5122,\"normalized\":true", StringComparison.Ordinal)
            .Replace("""{"buffer":0,"byteLength":96}""", """{"buffer":0,"byteLength":64,"byteStride":8}""", StringComparison.Ordinal)
            .Replace("\"byteOffset\":96", "\"byteOffset\":64", StringComparison.Ordinal)
            .Replace("\"scene\":0", "\"extensionsRequired\":[\"KHR_mesh_quantization\"],\"scene\":0", StringComparison.Ordinal);

        Assert.Equal(0.125, (await Read(GlbFiles.File(json, [.. positions, .. GlbFiles.Buffer(Box)[96..]]))).Volume!.Value, 4);
    }

    [Theory]
    [InlineData("\"scene\":0", "\"extensionsRequired\":[\"KHR_draco_mesh_compression\"]", "The mesh is compressed with Draco, which cannot be read.")]
    [InlineData("\"indices\":1", "\"indices\":1,\"extensions\":{\"KHR_draco_mesh_compression\":{}}", "The mesh is compressed with Draco, which cannot be read.")]
    [InlineData("\"scene\":0", "\"extensionsRequired\":[\"EXT_meshopt_compression\"]", "The mesh is compressed with meshopt, which cannot be read.")]
    [InlineData("{\"buffer\":0,\"byteLength\"", "{\"extensions\":{\"EXT_meshopt_compression\":{}},\"buffer\":0,\"byteLength\"", "The mesh is compressed with meshopt, which cannot be read.")]
    [InlineData("\"scene\":0", "\"extensionsRequired\":[\"EXT_mesh_gpu_instancing\"]", "The file needs an extension of its format that cannot be read.")]
    [InlineData("\"buffers\":[{", "\"buffers\":[{\"uri\":\"http://example.nl/a.bin\",", "The mesh is in another file.")]
    [InlineData("\"count\":8", "\"count\":1", "Face 1 has a corner that is not among the vertices before it.")]
    [InlineData("\"count\":36", "\"count\":4000000000", "The file asks for more than 1000000000 parts.")]
    [InlineData("\"count\":8", "\"count\":4000000000", "The file holds more than 100000000 vertices.")]
    [InlineData("\"count\":36", "\"count\":9223372036854775807", "The file asks for more than 1000000000 parts.")]
    [InlineData("{\"bufferView\":0,", "{\"sparse\":{\"count\":9,\"indices\":{\"bufferView\":0,\"componentType\":5121},\"values\":{\"bufferView\":1}},\"bufferView\":0,", "The JSON in the file does not say what the format asks for.")]
    [InlineData("\"count\":36", "\"count\":37", "The file says that numbers lie where it has none.")]
    [InlineData("\"byteOffset\":96", "\"byteOffset\":9000000000", "The file says that numbers lie where it has none.")]
    [InlineData("\"byteOffset\":96", "\"byteOffset\":-96", "The file says that numbers lie where it has none.")]
    [InlineData("\"nodes\":[0]", "\"nodes\":[7]", "The JSON in the file does not say what the format asks for.")]
    [InlineData("{\"mesh\":0}", "{\"mesh\":0,\"children\":[0]}", "The file asks for more than 100000 parts.")]
    [InlineData("{\"mesh\":0}", "{\"mesh\":0,\"scale\":[1]}", "The JSON in the file does not say what the format asks for.")]
    [InlineData("\"nodes\":[{", "\"nodes\":[null,{", "The JSON in the file does not say what the format asks for.")]
    [InlineData("\"scene\":0", "\"extensionsRequired\":[null]", "The JSON in the file does not say what the format asks for.")]
    [InlineData("\"primitives\":[{", "\"primitives\":[null,{", "The JSON in the file does not say what the format asks for.")]
    [InlineData("{\"mesh\":0}", "{\"mesh\":-1}", "The JSON in the file does not say what the format asks for.")]
    [InlineData("{\"mesh\":0}", "{}", "The file holds no triangles.")]
    [InlineData("\"nodes\":", "\"nodes\":[[[", "The JSON in the file does not say what the format asks for.")]
    [InlineData("\"type\":\"VEC3\"", "\"type\":\"VEC2\"", "The JSON in the file does not say what the format asks for.")]
    [InlineData("\"componentType\":5125", "\"componentType\":5130", "The JSON in the file does not say what the format asks for.")]
    public async Task What_cannot_be_read_says_why(string there, string instead, string reason)
    {
        Assert.Contains(there, Json, StringComparison.Ordinal);
        var at = Json.IndexOf(there, StringComparison.Ordinal);
        var json = Json[..at] + instead + Json[(at + there.Length)..];

        var facts = await Read(GlbFiles.File(json, GlbFiles.Buffer(Box)));

        Assert.Equal((ScanFormat.Glb, reason), (facts.Format, facts.Rejected));
    }

    [Fact]
    public async Task Numbers_that_lie_over_each_other_are_not_read_for_ever()
    {
        const int Stride = 4096, Count = 250;
        // Each of them spans the whole buffer, and has few corners in it.
        static string Naming(int times) => $$"""
            {"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],
            "meshes":[{"primitives":[{{string.Join(',', Enumerable.Range(0, times).Select(at => $"{{\"attributes\":{{\"POSITION\":{at}}}}}"))}}]}],
            "accessors":[{{string.Join(',', Enumerable.Range(0, times).Select(at => $"{{\"bufferView\":0,\"byteOffset\":{4 * at},\"componentType\":5126,\"count\":{Count},\"type\":\"VEC3\"}}"))}}],
            "bufferViews":[{"buffer":0,"byteLength":{{Stride * Count}},"byteStride":{{Stride}}}],"buffers":[{"byteLength":{{Stride * Count}}}]}
            """;

        Assert.Null((await Read(GlbFiles.File(Naming(10), new byte[Stride * Count]))).Rejected);
        Assert.StartsWith("The file asks for more than", (await Read(GlbFiles.File(Naming(100), new byte[Stride * Count]))).Rejected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_shown_again_and_again_is_not_counted_for_ever()
    {
        const int Faces = 10_000;
        var mesh = Box with { Faces = [.. Enumerable.Range(0, Faces).Select(at => Box.Faces[at % Box.Faces.Length])] };
        string Showing(int times) => GlbFiles.Json(mesh, $"{{\"children\":[{string.Join(',', Enumerable.Repeat("1", times))}]}},{{\"mesh\":0}}");

        Assert.Equal(10L * Faces, (await Read(GlbFiles.File(Showing(10), GlbFiles.Buffer(mesh)))).Triangles);
        Assert.StartsWith("The file asks for more than", (await Read(GlbFiles.File(Showing(700), GlbFiles.Buffer(mesh)))).Rejected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_cut_off_or_goes_on_or_is_glTF_1_says_so()
    {
        var file = GlbFiles.Of(Box);

        Assert.Equal($"The file announces {file.Length} bytes and has {file.Length - 1}.", (await Read(file[..^1])).Rejected);
        Assert.Equal("The file announces 20 bytes and has 12.", (await Read(file[..12])).Rejected);
        Assert.Equal(["2 bytes follow the end that the file announces."], (await Read([.. file, 0, 0])).Warnings);
        Assert.Equal("The file is glTF 1; glTF 2 can be read.", (await Read(GlbFiles.File(Json, GlbFiles.Buffer(Box), version: 1))).Rejected);
    }

    [Fact]
    public async Task A_coordinate_that_is_no_number_counts_in_each_triangle_that_has_it()
    {
        var mesh = Box with { Vertices = [new Vector3(float.NaN, 0, 0), .. Box.Vertices[1..]] };

        var facts = await Read(GlbFiles.Of(mesh));
        Assert.Equal((null, 12L, false), (facts.Rejected, facts.Triangles, facts.Closed));
        Assert.Equal(mesh.Faces.LongCount(face => face.Contains(0)), facts.NonFinite);
    }
}
