using System.Net.Sockets;
using Npgsql;

namespace Listening.Desk;

/// <summary>What PostgreSQL's refusals mean to the person who set the address. Codes: PostgreSQL's documentation, appendix A.</summary>
internal static class PostgresFailures
{
    /// <summary>The oldest version that the driver for EF Core speaks to.</summary>
    public static readonly Version Oldest = new(13, 0);

    // The driver has no name for it.
    private const string IdleInTransaction = "25P03";

    /// <summary>The refusal of a server older than <see cref="Oldest"/>; null for any other.</summary>
    public static DeskUnavailableException? TooOld(Version version, PostgresAddress address) =>
        version >= Oldest ? null : new($"PostgreSQL {Oldest.Major} or newer is needed; {address} runs {version}.", null);

    /// <summary>The sentence; null when <paramref name="failure"/> is not about reaching the database.</summary>
    public static DeskUnavailableException? Explain(Exception failure, PostgresAddress address)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var causes = Causes(failure).ToList();
        if (causes.OfType<DeskUnavailableException>().FirstOrDefault() is { } explained) return explained;
        if (causes.OfType<PostgresException>().FirstOrDefault() is { } refused) return Refused(refused, failure, address);
        if (causes.OfType<SocketException>().FirstOrDefault() is { } socket) return new(Unreachable(socket, address), failure, lost: true);
        if (causes.OfType<NpgsqlException>().FirstOrDefault() is not { } driver) return null;
        return causes.Exists(cause => cause is TimeoutException)
            ? new($"PostgreSQL gave no answer in time: {address}.", failure)
            : new($"The connection to PostgreSQL failed ({driver.Message.TrimEnd('.')}): {address}.", failure, lost: true);
    }

    private static IEnumerable<Exception> Causes(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException) yield return cause;
    }

    private static string Unreachable(SocketException socket, PostgresAddress address) => socket.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => $"The host '{address.Host}' of PostgreSQL is not known here; Storage:Operational names it.",
        SocketError.ConnectionRefused => $"No PostgreSQL answers at {address.Host}:{address.Port}: is it running, and does it listen there?",
        _ => $"PostgreSQL cannot be reached ({socket.SocketErrorCode}): {address}.",
    };

    private static DeskUnavailableException? Refused(PostgresException refused, Exception failure, PostgresAddress address) => refused.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            new($"PostgreSQL lets {address.User} not in: the password or the user is wrong, or its pg_hba.conf has no line for them ({address}).", failure),
        PostgresErrorCodes.InvalidCatalogName => new($"There is no {address}: make it with createdb, owned by the user Listening signs in as.", failure),
        PostgresErrorCodes.InsufficientPrivilege =>
            new($"PostgreSQL lets {address.User} sign in and not write ({refused.MessageText}): make them the owner of {address}.", failure),
        PostgresErrorCodes.ReadOnlySqlTransaction => new($"This PostgreSQL can only be read, it follows another: {address}.", failure),
        PostgresErrorCodes.LockNotAvailable => new($"Another writer has kept the relational store for 20 s: {address}.", failure),
        PostgresErrorCodes.TooManyConnections => new($"PostgreSQL has no connection left: {address}.", failure),
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.DatabaseDropped
            or IdleInTransaction =>
            new($"PostgreSQL is starting or stopping: {address}.", failure, lost: true),
        var code when code.StartsWith("08", StringComparison.Ordinal) => new($"The connection to PostgreSQL failed: {address}.", failure, lost: true),
        var code when code.StartsWith("53", StringComparison.Ordinal) => new($"PostgreSQL is out of disk or memory ({refused.MessageText}): {address}.", failure),
        _ => null,
    };
}
