using System.Text.Json.Serialization;

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
