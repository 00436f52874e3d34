using Listening.Cases;
using Listening.Cases.Asking;
using Listening.Cases.Hooking;
using Listening.Cases.Replying;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Replying;

/// <summary>How answers, questions inside, tickets and the webhook lie in tables.</summary>
internal static class ReplyModel
{
    public static void Build(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CaseReply>(reply =>
        {
            reply.ToTable("case_replies").HasKey(row => row.Id);
            reply.Property(row => row.Id).ValueGeneratedNever();
            reply.Property(row => row.State).HasConversion<string>();
            reply.Ignore(row => row.Post).Ignore(row => row.Draft);
            reply.HasIndex(row => row.CaseId);
            reply.HasIndex(row => row.State);
            reply.HasIndex(row => row.Next).HasFilter("next IS NOT NULL");
            reply.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        });
        modelBuilder.Entity<CannedReply>(canned =>
        {
            canned.ToTable("canned_replies").HasKey(row => row.Id);
            canned.Property(row => row.Id).ValueGeneratedNever();
            canned.HasIndex(row => row.Name).IsUnique();
        });
        modelBuilder.Entity<InsideQuestion>(question =>
        {
            question.ToTable("inside_questions").HasKey(row => row.Id);
            question.Property(row => row.Id).ValueGeneratedNever();
            question.Property(row => row.State).HasConversion<string>();
            question.Ignore(row => row.Post).Ignore(row => row.Mark);
            question.HasIndex(row => row.CaseId);
            question.HasIndex(row => row.Next).HasFilter("next IS NOT NULL");
            question.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        });
        modelBuilder.Entity<CaseTicket>(ticket =>
        {
            ticket.ToTable("case_tickets").HasKey(row => row.CaseId);
            ticket.HasOne<Case>().WithOne().HasForeignKey<CaseTicket>(row => row.CaseId);
        });
        modelBuilder.Entity<CaseHook>(hook =>
        {
            hook.ToTable("case_hook").HasKey(row => row.Id);
            hook.Property(row => row.Id).ValueGeneratedNever();
        });
    }
}
