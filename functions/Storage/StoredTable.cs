namespace WelWee3D.Storage;

/// <summary>
/// A table of a slice. A column is named after the property that it is written from, or after that property and one of
/// its own (<c>DueOn</c>), or is numbered where one was too short; <see cref="JsonColumnAttribute"/> tells of the others. Keys
/// are made of ids and references, days, kinds, states, labels of disks, hashes of files and keyed hashes, in every table: never
/// of what is personal.
/// </summary>
/// <param name="Holds">The records whose properties are in its columns.</param>
public sealed record StoredTable(string Account, string Name, IReadOnlyList<Type> Holds);

/// <summary>This record is stored whole, as JSON, in one column.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class JsonColumnAttribute(string name) : Attribute
{
    public string Name => name;
}

/// <summary>
/// The name of the column, or of the part that this property adds to it, where that is not the property's own: what is
/// stored keeps its name, whatever the property is called by now.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class StoredAsAttribute(string name) : Attribute
{
    public string Name => name;
}

/// <summary>A container of a slice. Blobs are named by ids.</summary>
/// <param name="Content">What its blobs tell of people, if anything.</param>
/// <param name="Describes">The records whose properties are in the metadata of its blobs.</param>
public sealed record StoredContainer(
    string Account, string Name, IReadOnlyList<DataCategory> Content, IReadOnlyList<Type> Describes);

/// <summary>The messages of a queue that the Functions host writes for a slice.</summary>
/// <param name="Name">That of the queue.</param>
/// <param name="Holds">What they tell, as far as the app reads them; the rest names a function and a version.</param>
public sealed record StoredMessages(string Account, string Name, Type Holds);

public static class StoredRegistrations
{
    public static IServiceCollection AddTable(this IServiceCollection services, string account, string name, params Type[] holds) =>
        services.AddSingleton(new StoredTable(account, name, holds));

    public static IServiceCollection AddContainer(
        this IServiceCollection services, string account, string name, IReadOnlyList<DataCategory> content, params Type[] describes) =>
        services.AddSingleton(new StoredContainer(account, name, content, describes));

    public static IServiceCollection AddQueue(this IServiceCollection services, string account, string name, Type holds) =>
        services.AddSingleton(new StoredMessages(account, name, holds));
}
