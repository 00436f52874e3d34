using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Listening.Desk;

/// <summary>For <c>dotnet ef</c> alone: it reads the model and opens no file.</summary>
public sealed class SqliteDeskContextFactory : IDesignTimeDbContextFactory<SqliteDeskContext>
{
    /// <inheritdoc/>
    public SqliteDeskContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDeskContext>().UseSqlite("Data Source=:memory:").Options);
}
