using System.Globalization;
using Listening.Storing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Listening.Web.Health;

/// <summary>Whether the data directory's file system has room.</summary>
public sealed class DiskHealth(DiskSpace disk) : IHealthCheck
{
    private const int Warned = 4;

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Look(disk));

    /// <summary>What there is to say of it.</summary>
    public static HealthCheckResult Look(DiskSpace disk)
    {
        ArgumentNullException.ThrowIfNull(disk);
        const string Mend = "Free some room on the file system of the data directory, or move the directory to a larger one.";
        try
        {
            var (free, size) = (disk.Free, disk.Size);
            (string, object?)[] data = [("freeBytes", free), ("sizeBytes", size), ("minimumBytes", disk.Minimum)];
            var words = string.Create(CultureInfo.InvariantCulture, $"{free / 1e9:N1} GB of {size / 1e9:N1} GB are free");
            if (free < disk.Minimum) return Finding.Failed($"The disk is full: {words}, and {disk.Minimum / 1e9:N1} GB stay free.", Mend, data);
            return free < Warned * disk.Minimum ? Finding.Warning($"The disk is nearly full: {words}.", Mend, data) : Finding.Well($"{words}.", data);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Finding.Failed("The data directory's file system does not answer.", "Look whether it is mounted.", ("lastError", exception.Message));
        }
    }
}
