using WelWee3D.Staff;

namespace WelWee3D.Http;

/// <summary>Writes down that somebody who is signed in was answered. The answer leaves once that is done.</summary>
/// <param name="role">The role by which they were let in.</param>
public delegate Task AuditCall(Caller caller, Role role, HttpRequest request, IResult answer);
