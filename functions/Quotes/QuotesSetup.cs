using Microsoft.Extensions.Configuration;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Quotes;

public static class QuotesSetup
{
    private const int MostSenderLines = 10;
    private const int LongestSenderLine = 100;

    public static IServiceCollection AddQuotes(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<QuotesOptions>()
            .Bind(configuration.GetSection("Quotes"))
            .Validate(
                quotes => quotes.Sender.Count <= MostSenderLines && quotes.Sender.All(line => line.Length <= LongestSenderLine && !line.Any(char.IsControl)),
                "Quotes:Sender must be at most ten lines of at most a hundred characters.")
            .ValidateOnStart();
        return services
            .AddTable(Accounts.Records, QuoteRegister.TableName, typeof(Quote), typeof(LastQuoteNumber))
            .AddKind<QuoteRegister>()
            .AddSingleton<IOrderFollower>(provider => provider.GetRequiredService<QuoteRegister>())
            .AddSingleton<QuoteLinks>()
            .AddSingleton<QuoteAnswers>()
            .AddSingleton<QuoteLook>()
            .AddTransient<ILetterRenderer, QuoteLetter>()
        .AddTransient<ILinkLetter, QuoteLetter>()
            .AddTransient<ILetterRenderer, QuoteAcceptedLetter>();
    }
}
