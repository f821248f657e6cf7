namespace WelWee3D.People;

public static class PeopleSetup
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddTable(Accounts.Records, SubjectIndex.TableName)
        .AddSingleton<SubjectKeys>()
        .AddSingleton<PersonalLinks>()
        .AddSingleton<SubjectIndex>()
        .AddTable(Accounts.Records, SearchIndex.TableName)
        .AddSingleton<SearchIndex>()
        .AddSingleton<SearchTerms>()
        .AddSingleton<RecordSearch>();
}
