namespace Listening.Desk;

/// <summary>What the databases that the relational store runs on do each in their own way.</summary>
internal interface IDeskDatabase : IAsyncDisposable
{
    /// <summary>A context of its own; the connection opens with the first statement.</summary>
    DeskContext Open();

    /// <summary>Asks whether the database can be used at all, in as little as a connection takes. Throws <see cref="DeskUnavailableException"/>.</summary>
    Task CheckAsync(CancellationToken cancellationToken);

    /// <summary>Waits until no other process migrates; whoever holds what is given back is the only one until it is disposed.</summary>
    Task<IAsyncDisposable> TakeMigrationTurnAsync(CancellationToken cancellationToken);

    /// <summary>The failure in a sentence a person can act on; null when it is no failure of reaching the database.</summary>
    DeskUnavailableException? Explain(Exception failure);

    /// <summary>Lets go of connections that are open and idle: they may have died with the server.</summary>
    void ForgetConnections();
}
