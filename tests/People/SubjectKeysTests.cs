using Microsoft.Extensions.Configuration;

namespace WelWee3D.Tests.People;

public sealed class SubjectKeysTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("QUFBQQ==")]
    public void A_key_that_is_missing_or_shorter_than_its_hash_stops_the_start(string? key) =>
        Assert.Contains("Subjects:HmacKey", Assert.Throws<InvalidOperationException>(() => Keys(key)).Message, StringComparison.Ordinal);

    [Fact]
    public void Another_key_names_the_same_person_otherwise() =>
        Assert.NotEqual(Keys(new string('A', 44)).OfEmail("anna@example.nl"), Keys(new string('B', 44)).OfEmail("anna@example.nl"));

    private static SubjectKeys Keys(string? key) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("Subjects:HmacKey", key)]).Build());
}
