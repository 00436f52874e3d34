using Listening.Desk.Access;
using Listening.Desk.Auditing;
using Listening.Desk.Brands;
using Listening.Desk.People;
using Listening.Desk.Projecting;
using Listening.Desk.Secrets;
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

    /// <summary>Protected secrets.</summary>
    public DbSet<SecretRow> Secrets => Set<SecretRow>();

    /// <summary>The wrapped key ring that opens them.</summary>
    public DbSet<KeyRingRow> KeyRing => Set<KeyRingRow>();

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
        modelBuilder.Entity<SecretRow>().ToTable("secrets").HasKey(row => row.Name);
        modelBuilder.Entity<KeyRingRow>().ToTable("key_ring").HasKey(row => row.Name);
        modelBuilder.Entity<AuditRow>().ToTable("audit_log").HasKey(row => row.Id);
        BuildPeople(modelBuilder);

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

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
