using Listening.Cases;
using Listening.Desk.Cases.Ruling;
using Listening.Desk.Cases.Searching;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases;

/// <summary>How cases lie in tables.</summary>
internal static class CaseModel
{
    public static void Build(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Case>(entity =>
        {
            entity.ToTable("cases").HasKey(row => row.Id);
            entity.Property(row => row.Conversation).HasConversion<PostKeyConverter>();
            entity.Property(row => row.Root).HasConversion<PostKeyConverter>();
            entity.Property(row => row.Post).HasConversion<PostKeyConverter>();
            entity.Property(row => row.Outcome).HasConversion<string>();
            entity.HasIndex(row => row.Conversation);
            entity.HasIndex(row => row.Root);
            entity.HasIndex(row => row.Revision);
            entity.HasIndex(row => new { row.Author, row.Brand });
            entity.HasIndex(row => row.MergedInto).HasFilter("merged_into IS NOT NULL");
            entity.HasIndex(row => row.PromiseDue).HasFilter("promise_due IS NOT NULL");
            // The queues, each in its order.
            entity.HasIndex(row => new { row.Rank, row.Id }).HasFilter("resolved_at IS NULL AND waiting");
            entity.HasIndex(row => new { row.Assignee, row.Rank, row.Id }).HasFilter("resolved_at IS NULL");
            entity.HasIndex(row => row.SnoozedUntil).HasFilter("resolved_at IS NULL");
            entity.HasIndex(row => new { row.Rank, row.Id }, "ix_cases_reopened").HasFilter("resolved_at IS NULL AND episode > 1").HasDatabaseName("ix_cases_reopened");
            entity.HasIndex(row => new { row.Rank, row.Id }, "ix_cases_rival").HasFilter("resolved_at IS NULL AND waiting AND rival <> ''").HasDatabaseName("ix_cases_rival");
            entity.HasIndex(row => new { row.Rank, row.Id }, "ix_cases_at_risk").HasFilter("resolved_at IS NULL AND waiting AND priority >= 50").HasDatabaseName("ix_cases_at_risk");
            entity.HasIndex(row => new { row.Rank, row.Id }, "ix_cases_not_sure").HasFilter("resolved_at IS NULL AND waiting AND intent = 'not_sure'").HasDatabaseName("ix_cases_not_sure");
            entity.HasIndex(row => new { row.Outbreak, row.Rank, row.Id }).HasFilter("outbreak IS NOT NULL AND resolved_at IS NULL");
            // For who tells all that were answered that it is done, resolved ones too.
            entity.HasIndex(row => row.Outbreak).HasFilter("outbreak IS NOT NULL");
            // All that the counts of queues read, so that they need not read the cases themselves.
            entity.HasIndex(row => new { row.Assignee, row.Waiting, row.Muted, row.SnoozedUntil, row.Due, row.Episode, row.Rival, row.Priority, row.Intent }, "ix_cases_counts")
                .HasFilter("resolved_at IS NULL").HasDatabaseName("ix_cases_counts");
        });
        modelBuilder.Entity<CaseNoteRow>(note =>
        {
            note.ToTable("case_notes").HasKey(row => row.Id);
            note.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        });
        modelBuilder.Entity<CaseTagRow>(tag =>
        {
            tag.ToTable("case_tags").HasKey(row => new { row.CaseId, row.Tag });
            tag.HasIndex(row => row.Tag);
            tag.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        });
        modelBuilder.Entity<CasePromiseRow>(promise =>
        {
            promise.ToTable("case_promises").HasKey(row => row.Id);
            promise.HasIndex(row => row.CaseId);
            promise.HasIndex(row => row.Due);
            promise.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        });
        modelBuilder.Entity<SamePersonRow>(same =>
        {
            same.ToTable("same_people").HasKey(row => new { row.Source, row.Author, row.OtherSource, row.OtherAuthor });
            same.HasIndex(row => new { row.OtherSource, row.OtherAuthor });
        });
        modelBuilder.Entity<SavedViewRow>(view =>
        {
            view.ToTable("saved_views").HasKey(row => row.Id);
            view.HasIndex(row => new { row.Owner, row.Name }).IsUnique();
        });
        modelBuilder.Entity<CaseRuleRow>(rule =>
        {
            rule.ToTable("case_rules").HasKey(row => row.Id);
            rule.HasIndex(row => row.Name).IsUnique();
        });
        modelBuilder.Entity<CaseRuleRunRow>(run =>
        {
            run.ToTable("case_rule_runs").HasKey(row => new { row.CaseId, row.RuleId, row.Episode });
            run.HasOne<CaseRuleRow>().WithMany().HasForeignKey(row => row.RuleId);
            run.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        });
        modelBuilder.Entity<CaseEventRow>(happened =>
        {
            happened.ToTable("case_events").HasKey(row => row.Id);
            happened.Property(row => row.Action).HasConversion<string>();
            happened.Property(row => row.Heard).HasConversion<string>();
            happened.Property(row => row.About).HasConversion<PostKeyConverter>();
            happened.HasIndex(row => row.Event).IsUnique();
            happened.HasIndex(row => row.Id).HasFilter("heard IS NOT NULL AND delivered IS NULL").HasDatabaseName("ix_case_events_outbox");
            happened.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        });
    }
}
