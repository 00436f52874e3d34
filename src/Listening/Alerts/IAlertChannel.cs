namespace Listening.Alerts;

/// <summary>A way to people who are not looking at the screen.</summary>
public interface IAlertChannel
{
    /// <summary>What outgoing messages call it.</summary>
    string Name { get; }

    /// <summary>Sends it. Throws <see cref="AlertUnsentException"/> when it may not have arrived; it is then sent again with the same id.</summary>
    Task SendAsync(AlertMessage message, CancellationToken cancellationToken);
}
