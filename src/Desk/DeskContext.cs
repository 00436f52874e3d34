using Listening.Cases;
using Listening.Cases.Asking;
using Listening.Cases.Hooking;
using Listening.Cases.Replying;
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
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk;

/// <summary>The relational store: what is changed under contention. Each database it runs on has its own subclass and migrations.</summary>
public abstract class DeskContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Keys of programs.</summary>
    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();

    /// <summary>One-time sign-ins.</summary>
    public DbSet<SignInLinkRow> SignInLinks => Set<SignInLinkRow>();

    /// <summary>Signed-in browsers.</summary>
    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    /// <summary>Who signs in.</summary>
    public DbSet<PersonRow> People => Set<PersonRow>();

    /// <summary>Links for joining and for new passwords.</summary>
    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    /// <summary>Who changed what.</summary>
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    /// <summary>Who does what only one may do.</summary>
    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    /// <summary>Versions of the brand registry.</summary>
    public DbSet<RegistryVersionRow> RegistryVersions => Set<RegistryVersionRow>();

    /// <summary>Versions of calendars and targets.</summary>
    public DbSet<TargetsVersionRow> TargetsVersions => Set<TargetsVersionRow>();

    /// <summary>Alerts that were raised.</summary>
    public DbSet<AlertRow> Alerts => Set<AlertRow>();

    /// <summary>Messages that tell of them.</summary>
    public DbSet<AlertMessageRow> AlertMessages => Set<AlertMessageRow>();

    /// <summary>Protected secrets.</summary>
    public DbSet<SecretRow> Secrets => Set<SecretRow>();

    /// <summary>The wrapped key ring that opens them.</summary>
    public DbSet<KeyRingRow> KeyRing => Set<KeyRingRow>();

    /// <summary>Configured sources.</summary>
    public DbSet<SourceRow> Sources => Set<SourceRow>();

    /// <summary>How they do.</summary>
    public DbSet<SourceStateRow> SourceStates => Set<SourceStateRow>();

    /// <summary>How far their listings have been read.</summary>
    public DbSet<SourceCursorRow> SourceCursors => Set<SourceCursorRow>();

    /// <summary>What could not be read any more.</summary>
    public DbSet<SourceGapRow> SourceGaps => Set<SourceGapRow>();

    /// <summary>The work on customers who wait.</summary>
    public DbSet<Case> Cases => Set<Case>();

    /// <summary>Notes on cases.</summary>
    public DbSet<CaseNoteRow> CaseNotes => Set<CaseNoteRow>();

    /// <summary>Tags on cases.</summary>
    public DbSet<CaseTagRow> CaseTags => Set<CaseTagRow>();

    /// <summary>What was promised on cases.</summary>
    public DbSet<CasePromiseRow> CasePromises => Set<CasePromiseRow>();

    /// <summary>Authors who are the same person.</summary>
    public DbSet<SamePersonRow> SamePeople => Set<SamePersonRow>();

    /// <summary>What happened to cases.</summary>
    public DbSet<CaseEventRow> CaseEvents => Set<CaseEventRow>();

    /// <summary>Answers to cases on their way out.</summary>
    public DbSet<CaseReply> CaseReplies => Set<CaseReply>();

    /// <summary>Answers kept for use again.</summary>
    public DbSet<CannedReply> CannedReplies => Set<CannedReply>();

    /// <summary>Questions that were put inside.</summary>
    public DbSet<InsideQuestion> InsideQuestions => Set<InsideQuestion>();

    /// <summary>Tickets elsewhere.</summary>
    public DbSet<CaseTicket> CaseTickets => Set<CaseTicket>();

    /// <summary>Where what happens to cases is sent.</summary>
    public DbSet<CaseHook> CaseHooks => Set<CaseHook>();
    /// <summary>Searches that people keep.</summary>
    public DbSet<SavedViewRow> SavedViews => Set<SavedViewRow>();

    /// <summary>What happens to cases that a search finds.</summary>
    public DbSet<CaseRuleRow> CaseRules => Set<CaseRuleRow>();

    /// <summary>Which rules ran on which cases.</summary>
    public DbSet<CaseRuleRunRow> CaseRuleRuns => Set<CaseRuleRunRow>();

    /// <summary>The index of words of cases in this database's own way.</summary>
    internal abstract ICaseWords CaseWords { get; }

    /// <summary>Reports that are sent by themselves.</summary>
    public DbSet<ReportScheduleRow> ReportSchedules => Set<ReportScheduleRow>();

    /// <summary>Reports as they were sent.</summary>
    public DbSet<SentReportRow> Reports => Set<SentReportRow>();

    /// <summary>Reports on their way.</summary>
    public DbSet<ReportMessageRow> ReportMessages => Set<ReportMessageRow>();

    /// <summary>Links that open a report.</summary>
    public DbSet<ReportLinkRow> ReportLinks => Set<ReportLinkRow>();

    /// <summary>What people wrote at dates.</summary>
    public DbSet<AnnotationRow> Annotations => Set<AnnotationRow>();

    /// <summary>The first four weeks of each brand.</summary>
    public DbSet<FrozenWeeksRow> FrozenWeeks => Set<FrozenWeeksRow>();

    /// <summary>Waits, inside a transaction that just began, until no other process writes. SQLite's transactions have waited by then.</summary>
    internal virtual Task TakeTurnAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<ApiKeyRow>(key =>
        {
            key.ToTable("api_keys").HasKey(row => row.Id);
            key.HasIndex(row => row.Name).IsUnique().HasFilter("revoked IS NULL");
        });
        modelBuilder.Entity<SignInLinkRow>().ToTable("sign_in_links").HasKey(row => row.Hash);
        modelBuilder.Entity<SessionRow>(session =>
        {
            session.ToTable("sessions").HasKey(row => row.Hash);
            session.HasIndex(row => row.Expires);
            session.HasIndex(row => row.PersonId);
        });
        modelBuilder.Entity<LeaseRow>().ToTable("leases").HasKey(row => row.Name);
        modelBuilder.Entity<RegistryVersionRow>(version =>
        {
            version.ToTable("registry_versions").HasKey(row => row.Number);
            version.Property(row => row.Number).ValueGeneratedNever();
        });
        modelBuilder.Entity<TargetsVersionRow>(version =>
        {
            version.ToTable("targets_versions").HasKey(row => row.Number);
            version.Property(row => row.Number).ValueGeneratedNever();
        });
        modelBuilder.Entity<SecretRow>().ToTable("secrets").HasKey(row => row.Name);
        modelBuilder.Entity<KeyRingRow>().ToTable("key_ring").HasKey(row => row.Name);
        modelBuilder.Entity<AuditRow>().ToTable("audit_log").HasKey(row => row.Id);
        BuildPeople(modelBuilder);
        BuildSources(modelBuilder);
        CaseModel.Build(modelBuilder);
        modelBuilder.Entity<AlertRow>(alert =>
        {
            alert.ToTable("alerts").HasKey(row => row.Id);
            alert.Property(row => row.Kind).HasConversion<string>();
            alert.HasIndex(row => new { row.Key, row.At });
            alert.HasIndex(row => row.Id).HasFilter("told IS NULL AND withdrawn_at IS NULL").HasDatabaseName("ix_alerts_untold");
        });
        modelBuilder.Entity<AlertMessageRow>(message =>
        {
            message.ToTable("alert_messages").HasKey(row => row.Id);
            message.Property(row => row.Id).ValueGeneratedNever();
            message.HasIndex(row => row.At);
        });
        ReplyModel.Build(modelBuilder);
        ReportModel.Build(modelBuilder);
        modelBuilder.Entity<AnnotationRow>(annotation =>
        {
            annotation.ToTable("annotations").HasKey(row => row.Id);
            annotation.Property(row => row.Id).ValueGeneratedNever();
            annotation.HasIndex(row => row.Date);
        });

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(SnakeCase(property.Name));
    }

    // Identity's own model has tables for claims, roles and passkeys too, which nobody here fills.
    private static void BuildPeople(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PersonRow>(person =>
        {
            person.ToTable("people").HasKey(row => row.Id);
            person.Property(row => row.Id).ValueGeneratedNever();
            person.Property(row => row.Role).HasConversion<string>();
            person.Property(row => row.ConcurrencyStamp).IsConcurrencyToken();
            person.HasIndex(row => row.NormalizedUserName).IsUnique();
            person.HasIndex(row => row.NormalizedEmail).IsUnique();
            person.Ignore(row => row.PhoneNumber).Ignore(row => row.PhoneNumberConfirmed).Ignore(row => row.EmailConfirmed);
        });
        modelBuilder.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("person_logins").HasKey(row => new { row.LoginProvider, row.ProviderKey });
            login.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.UserId);
        });
        modelBuilder.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.ToTable("person_tokens").HasKey(row => new { row.UserId, row.LoginProvider, row.Name });
            token.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.UserId);
        });
        modelBuilder.Entity<InvitationRow>(invitation =>
        {
            invitation.ToTable("invitations").HasKey(row => row.Id);
            invitation.Property(row => row.Id).ValueGeneratedNever();
            invitation.Property(row => row.Role).HasConversion<string>();
            invitation.Property(row => row.Kind).HasConversion<string>();
            invitation.HasIndex(row => row.Hash).IsUnique();
        });
    }

    // What is kept of a source goes with it.
    private static void BuildSources(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SourceRow>(source =>
        {
            source.ToTable("sources").HasKey(row => row.Id);
            source.Property(row => row.Id).ValueGeneratedNever();
            source.HasIndex(row => row.Name).IsUnique();
        });
        modelBuilder.Entity<SourceStateRow>(state =>
        {
            state.ToTable("source_states").HasKey(row => row.Source);
            state.HasOne<SourceRow>().WithOne().HasForeignKey<SourceStateRow>(row => row.Source);
        });
        modelBuilder.Entity<SourceCursorRow>(cursor =>
        {
            cursor.ToTable("source_cursors").HasKey(row => new { row.Source, row.Stream });
            cursor.HasOne<SourceRow>().WithMany().HasForeignKey(row => row.Source);
        });
        modelBuilder.Entity<SourceGapRow>(gap =>
        {
            gap.ToTable("source_gaps").HasKey(row => row.Id);
            gap.HasOne<SourceRow>().WithMany().HasForeignKey(row => row.Source);
        });
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
