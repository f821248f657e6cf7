namespace WelWee3D.Formats;

[JsonConverter(typeof(JsonStringEnumConverter<ScanFormat>))]
public enum ScanFormat
{
    [JsonStringEnumMemberName("stl")] Stl,
    [JsonStringEnumMemberName("obj")] Obj,
    [JsonStringEnumMemberName("ply")] Ply,
    [JsonStringEnumMemberName("glb")] Glb,
    [JsonStringEnumMemberName("3mf")] ThreeMf,
}

public static class ScanMedia
{
    /// <summary>Of a file that is in no format known here.</summary>
    public const string Unknown = "application/octet-stream";

    public static string MediaType(this ScanFormat? format) => format switch
    {
        ScanFormat.Stl => "model/stl",
        ScanFormat.Obj => "model/obj",
        ScanFormat.Glb => "model/gltf-binary",
        ScanFormat.ThreeMf => "model/3mf",
        _ => Unknown,
    };
}
