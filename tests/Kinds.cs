using Microsoft.Extensions.Configuration;

namespace WelWee3D.Tests;

/// <summary>The kinds of record, by the names under which they are stored.</summary>
internal static class Kinds
{
    public const string Message = ContactMessages.Kind;
    public const string Order = WelWee3D.Orders.Order.Kind;
    public const string Scan = WelWee3D.Orders.Scan.Kind;
    public const string Upload = WelWee3D.Uploads.Upload.Kind;
    public const string Blob = UnclaimedBlobs.Kind;
    public const string Export = ExportPackage.Kind;

    /// <summary>As the app registers them; for tests that ask no storage.</summary>
    public static readonly RecordKinds All = Registered();

    extension(ContactMessage message)
    {
        public Item Item => new(Message, message.Id);
    }

    private static RecordKinds Registered()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(Settings.On("UseDevelopmentStorage=true")).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddWelWee3D(settings)
            .BuildServiceProvider().GetRequiredService<RecordKinds>();
    }
}
