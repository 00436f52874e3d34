using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Reporting;

/// <summary>How reports, their schedules, messages and links, and the first four weeks lie in tables.</summary>
internal static class ReportModel
{
    public static void Build(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ReportScheduleRow>(schedule =>
        {
            schedule.ToTable("report_schedules").HasKey(row => row.Id);
            schedule.Property(row => row.Id).ValueGeneratedNever();
            schedule.Property(row => row.Cadence).HasConversion<string>();
            schedule.Property(row => row.Comparison).HasConversion<string>();
        });
        modelBuilder.Entity<SentReportRow>(report =>
        {
            report.ToTable("reports").HasKey(row => row.Number);
            report.HasAlternateKey(row => row.Id);
            report.HasIndex(row => row.Turn).IsUnique();
        });
        modelBuilder.Entity<ReportMessageRow>(message =>
        {
            message.ToTable("report_messages").HasKey(row => row.Id);
            message.Property(row => row.Id).ValueGeneratedNever();
            message.HasIndex(row => row.ReportId);
            message.HasIndex(row => row.NotBefore).HasFilter("sent_at IS NULL AND failed_at IS NULL");
            message.HasOne<SentReportRow>().WithMany().HasForeignKey(row => row.ReportId).HasPrincipalKey(row => row.Id);
        });
        modelBuilder.Entity<FrozenWeeksRow>(weeks => weeks.ToTable("frozen_weeks").HasKey(row => row.Brand));
        modelBuilder.Entity<ReportLinkRow>(link =>
        {
            link.ToTable("report_links").HasKey(row => row.Id);
            link.Property(row => row.Id).ValueGeneratedNever();
            link.HasIndex(row => row.Hash).IsUnique();
            link.HasIndex(row => row.ReportId);
            link.HasOne<SentReportRow>().WithMany().HasForeignKey(row => row.ReportId).HasPrincipalKey(row => row.Id);
        });
    }
}
