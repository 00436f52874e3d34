using Listening.Access;
using Listening.Alerts;
using Listening.Cases;
using Listening.Cases.Asking;
using Listening.Cases.Replying;
using Listening.Collecting.Pulling;
using Listening.Desk.Access;
using Listening.Desk.Alerts;
using Listening.Desk.Auditing;
using Listening.Desk.Brands;
using Listening.Desk.Calendars;
using Listening.Desk.Cases;
using Listening.Desk.Cases.Ruling;
using Listening.Desk.Cases.Searching;
using Listening.Desk.People;
using Listening.Desk.Projecting;
using Listening.Desk.Replying;
using Listening.Desk.Reporting;
using Listening.Desk.Secrets;
using Listening.Desk.Sources;
using Listening.Reporting;
using Listening.Storing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Listening.Desk;

/// <summary>Puts the relational store into a program.</summary>
public static class DeskRegistration
{
    /// <summary>Everything over <paramref name="store"/>, which is migrated already; the program closes it when it ends. People need an <see cref="ISeal"/>.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services, DeskStore store)
    {
        services.TryAddSingleton(TimeProvider.System);
        // A factory, so that the container disposes it.
        services.AddSingleton(_ => store);
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<IApiKeys>(provider => provider.GetRequiredService<ApiKeys>());
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<Staff>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<IInvitations>(provider => provider.GetRequiredService<Invitations>());
        services.AddSingleton<Joining>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<SecondSteps>();
        services.AddSingleton<RegistryVersions>();
        services.AddSingleton<TargetsVersions>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<IAuditLog>(provider => provider.GetRequiredService<AuditLog>());
        services.AddSingleton<ProtectedSecrets>();
        services.AddSingleton<IProjectorLease, ProjectorLease>();
        services.AddSingleton<ConfiguredSources>();
        services.AddSingleton<ISourceList>(provider => provider.GetRequiredService<ConfiguredSources>());
        services.AddSingleton<SourceStates>();
        services.AddSingleton<ISourceStates>(provider => provider.GetRequiredService<SourceStates>());
        services.AddSingleton<SourceCursors>();
        services.AddSingleton<ISourceCursors>(provider => provider.GetRequiredService<SourceCursors>());
        services.TryAddSingleton(new CaseRules());
        services.AddSingleton<AlertBook>();
        services.AddSingleton<AlertOutbox>();
        services.AddSingleton<IAlertFinder, CaseAlerts>();
        services.AddSingleton<IAlertFinder, PromiseAlerts>();
        services.AddSingleton<CaseDesk>();
        services.AddSingleton<CaseQueues>();
        services.AddSingleton<LastAnswer>();
        services.AddSingleton<CaseNews>();
        services.AddSingleton<SamePeople>();
        services.AddSingleton<CasePromises>();
        services.AddSingleton<KeptCounts>();
        services.AddSingleton<SavedViews>();
        services.AddSingleton<SimilarCases>();
        services.AddSingleton<CaseRuleBook>();
        services.AddSingleton<ICaseBoard, CaseBoard>();
        services.AddSingleton<ICaseOutbox, CaseOutbox>();
        services.AddSingleton<ReplyOutbox>();
        services.AddSingleton<IReplyOutbox>(provider => provider.GetRequiredService<ReplyOutbox>());
        services.AddSingleton<OutbreakFiles>();
        services.AddSingleton<CannedReplies>();
        services.AddSingleton<CaseTickets>();
        services.AddSingleton<CaseHooks>();
        services.AddSingleton<ReportSchedules>().AddSingleton<ReportShelf>().AddSingleton<ReportOutbox>().AddSingleton<ReportLinks>();
        services.AddSingleton<ISentReports>(provider => provider.GetRequiredService<ReportShelf>());
        services.AddSingleton<QuestionOutbox>();
        services.AddSingleton<IQuestionOutbox>(provider => provider.GetRequiredService<QuestionOutbox>());
        services.AddSingleton<IAnnotations, Annotations>().AddSingleton<IFrozenWeeks, FrozenWeeksShelf>();
        services.AddSingleton<ICaseReplies>(provider => provider.GetRequiredService<ReplyOutbox>());
        return services;
    }
}
