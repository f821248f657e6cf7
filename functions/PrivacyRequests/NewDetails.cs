using WelWee3D.Contact;
using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.People;

namespace WelWee3D.PrivacyRequests;

/// <summary>What of a person's details is set right, as the body says it; null is what stays.</summary>
internal sealed record ChangesForm(string? Name = null, string? Email = null, string? Phone = null, AddressForm? Address = null)
{
    public Problems Problems()
    {
        var problems = new Problems();
        if (this == new ChangesForm())
            problems.Add("changes", "Must name what is set right: name, email, phone or address.");
        if (Name is not null)
            problems.CheckText("changes.name", Name.Trim(), 200);
        if (Email is not null)
            problems.CheckEmail("changes.email", Email.Trim());
        if (Phone is not null)
            problems.CheckPhone("changes.phone", Phone.Trim());
        var ofAddress = new Problems();
        Address?.Check(ofAddress);
        problems.AddRange(ofAddress.Select(problem => ($"changes.{problem.Field}", problem.Message)));
        return problems;
    }

    /// <summary>Once there are no problems.</summary>
    public NewDetails ToDetails() => new(
        Name?.Trim(), Email is null ? null : MailAddresses.Kept(Email), Phones.Kept(Phone), Address?.ToAddress());
}

/// <summary>A person's details as they are from now on; null is what stays as it is.</summary>
public sealed record NewDetails(string? Name, string? Email, string? Phone, Address? Address)
{
    public Client Of(Client client) => client with
    {
        Name = Name ?? client.Name, Email = Email ?? client.Email, Phone = Phone ?? client.Phone, Address = Address ?? client.Address,
    };

    public ContactMessage Of(ContactMessage message) => message with
    {
        Name = Name ?? message.Name, Email = Email ?? message.Email, Phone = Phone ?? message.Phone,
    };

    public ContactSuspect Of(ContactSuspect suspect) => suspect with
    {
        Name = Name ?? suspect.Name, Email = Email ?? suspect.Email, Phone = Phone ?? suspect.Phone,
    };

    public PrivacyRequest Of(PrivacyRequest request) => request with
    {
        Name = Name ?? request.Name, Email = Email ?? request.Email, Phone = Phone ?? request.Phone,
        LinkNumber = Email is null || MailAddresses.Mailbox(Email) == MailAddresses.Mailbox(request.Email) ? request.LinkNumber : request.LinkNumber + 1,
    };

    /// <summary>What was otherwise until now, each with what it was: null where there was none.</summary>
    public IEnumerable<(ClientDetail Detail, string? Former)> Former(string name, string? email, string? phone, Address? address = null)
    {
        if (Name is not null && Name != name)
            yield return (ClientDetail.Name, name);
        if (Email is not null && Email != email)
            yield return (ClientDetail.Email, email);
        if (Phone is not null && Phone != phone)
            yield return (ClientDetail.Phone, phone);
        if (Address is not null && Address != address)
            yield return (ClientDetail.Address, address?.OnOneLine());
    }

    /// <inheritdoc cref="Former(string, string?, string?, Address?)"/>
    public IEnumerable<(ClientDetail Detail, string? Former)> Former(Client client) => Former(client.Name, client.Email, client.Phone, client.Address);
}
