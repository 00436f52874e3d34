using Listening.Desk.Access;
using Listening.Desk.Brands;
using Listening.Desk.Projecting;
using Listening.Desk.Secrets;
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
        });
        modelBuilder.Entity<LeaseRow>().ToTable("leases").HasKey(row => row.Name);
        modelBuilder.Entity<RegistryVersionRow>(version =>
        {
            version.ToTable("registry_versions").HasKey(row => row.Number);
            version.Property(row => row.Number).ValueGeneratedNever();
        });
        modelBuilder.Entity<SecretRow>().ToTable("secrets").HasKey(row => row.Name);
        modelBuilder.Entity<KeyRingRow>().ToTable("key_ring").HasKey(row => row.Name);

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(SnakeCase(property.Name));
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
