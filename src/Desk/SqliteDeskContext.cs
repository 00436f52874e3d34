using Listening.Desk.Cases.Searching;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk;

/// <summary>The relational store in one SQLite file.</summary>
public sealed class SqliteDeskContext(DbContextOptions<SqliteDeskContext> options) : DeskContext(options)
{
    /// <inheritdoc/>
    internal override ICaseWords CaseWords => new SqliteCaseWords(Database);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        // SQLite can neither compare nor order a DateTimeOffset.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
    }
}
