namespace Listening.BrowserTests;

/// <summary>The program without data whose relational store is a PostgreSQL database.</summary>
public sealed class PostgresBackedServer : ProgramServer
{
    /// <summary>Not started yet.</summary>
    public PostgresBackedServer(string connection) => Settings["LISTENING__Storage__Operational"] = connection;
}
