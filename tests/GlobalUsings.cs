// Tests speak of the whole app; a folder that moves is named here alone.
global using WelWee3D.Consent;
global using WelWee3D.Contact;
global using WelWee3D.Disks;
global using WelWee3D.Exports;
global using WelWee3D.Formats;
global using WelWee3D.Http;
global using WelWee3D.Mail;
global using WelWee3D.Orders;
global using WelWee3D.People;
global using WelWee3D.PrivacyRequests;
global using WelWee3D.Retention;
global using WelWee3D.Retention.Reconciling;
global using WelWee3D.Retention.Shown;
global using WelWee3D.Scans;
global using WelWee3D.Staff;
global using WelWee3D.Storage;
global using WelWee3D.Uploads;
