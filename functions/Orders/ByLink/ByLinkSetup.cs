using WelWee3D.Mail;

namespace WelWee3D.Orders.ByLink;

public static class ByLinkSetup
{
    public static IServiceCollection AddConsentByLink(this IServiceCollection services) => services
        .AddSingleton<ConsentLinks>()
        .AddSingleton<ConsentsAsked>()
        .AddSingleton<ConsentAnswers>()
        .AddTransient<ILetterRenderer, OrderOpenedLetter>()
        .AddTransient<ILinkLetter, OrderOpenedLetter>()
        .AddSingleton<ClientLinks>()
        .AddTransient<ILetterRenderer, NoFigurineLetter>();
}
