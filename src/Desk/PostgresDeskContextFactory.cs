using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Listening.Desk;

/// <summary>For <c>dotnet ef</c> alone: it reads the model and asks no server.</summary>
public sealed class PostgresDeskContextFactory : IDesignTimeDbContextFactory<PostgresDeskContext>
{
    /// <inheritdoc/>
    public PostgresDeskContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDeskContext>().UseNpgsql("Host=nowhere.invalid").Options);
}
