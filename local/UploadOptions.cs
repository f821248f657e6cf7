namespace WelWee3D.Local;

/// <param name="Order">Whose scan it is; null opens one.</param>
/// <param name="PieceSize">Bytes in one request; null is what the app asks for.</param>
/// <param name="Again">Whether an order may have it twice.</param>
/// <param name="Consent">The channel by which the client agreed that her figurine is made of it; null when that is recorded already.</param>
/// <param name="ScannedOn">Null is the day on which it arrives.</param>
/// <param name="App">The address of an app that runs elsewhere; null is the local host.</param>
internal sealed record UploadOptions(
    string File, int Port, string? Order = null, long? PieceSize = null, bool Again = false, string? Consent = null, DateOnly? ScannedOn = null, Uri? App = null);
