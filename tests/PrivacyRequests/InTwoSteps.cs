using WelWee3D.Tests.Http;

namespace WelWee3D.Tests.PrivacyRequests;

/// <summary>An erasure as an officer asks for it: what would go first, and then with the token.</summary>
internal static class InTwoSteps
{
    /// <param name="another">The instance that the token is brought to, if that is another.</param>
    public static async Task<JsonElement> Erase(this World world, object person, World? another = null)
    {
        var token = (await world.Shown(person)).GetProperty("token").GetString();
        return await Ask(another ?? world, new { token });
    }

    /// <summary>What would go.</summary>
    public static Task<JsonElement> Shown(this World world, object person) => Ask(world, person);

    private static async Task<JsonElement> Ask(World world, object json)
    {
        var answer = await Answer.Of<EraseSubject>(world, (function, request) => function.Run(request, default), json);
        Assert.Equal(200, answer.Status);
        return answer.Json;
    }
}
