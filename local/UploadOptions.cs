namespace WelWee3D.Local;

/// <param name="Order">Whose scan it is; null opens one.</param>
/// <param name="PieceSize">Bytes in one request; null is what the app asks for.</param>
/// <param name="Again">Whether an order may have it twice.</param>
internal sealed record UploadOptions(string File, int Port, string? Order = null, long? PieceSize = null, bool Again = false);
