namespace WelWee3D.Http;

public enum BodyKind
{
    Other,
    Json,
    Form,
}
