using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace WelWee3D.Tests.Http;

public sealed class ApiPathsTests
{
    public static TheoryData<string> Routes() => [.. WhoMayCallTests.Guarded().Select(each => $"{each[2]}").Distinct()];

    [Theory]
    [MemberData(nameof(Routes))]
    public void What_is_asked_for_is_told_by_the_function_and_not_by_how_it_was_written(string route)
    {
        var pattern = RoutePatternFactory.Parse(route);
        var context = new DefaultHttpContext();
        foreach (var place in pattern.Parameters)
            context.Request.RouteValues[place.Name] = place.Name.ToUpperInvariant();
        context.Request.Path = $"/{route.ToUpperInvariant()}/";
        context.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, pattern, 0, null, null));

        var plain = pattern.Parameters.Aggregate(route, (filled, place) => filled.Replace(Place(route, place.Name), place.Name, StringComparison.Ordinal));

        Assert.StartsWith("api/", route, StringComparison.Ordinal);
        Assert.Equal(plain["api/".Length..], ApiPaths.Route(context.Request));
    }

    [Fact]
    public void Nothing_is_answered_by_an_address_of_which_no_function_can_be_told()
    {
        var context = new DefaultHttpContext();
        context.Request.Path = "/api/orders";

        Assert.Throws<InvalidOperationException>(() => ApiPaths.Route(context.Request));
    }

    /// <summary>A place with what it may hold, as it stands in a route.</summary>
    private static string Place(string route, string name)
    {
        var at = route.IndexOf($"{{{name}", StringComparison.Ordinal);
        return route[at..(route.IndexOf('}', at) + 1)];
    }
}
