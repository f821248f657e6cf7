namespace WelWee3D.Staff;

/// <summary>Whoever signed in: the object id of the account, and what it may do.</summary>
public sealed record Caller(string Id, IReadOnlySet<Role> Roles);
