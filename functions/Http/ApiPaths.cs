namespace WelWee3D.Http;

/// <summary>Where the app's own functions answer: their route, behind the prefix that <c>host.json</c> names.</summary>
public static class ApiPaths
{
    private const string Prefix = "/api/";

    public static string Of(string route) => Prefix + route;
}
