namespace Listening.Collecting.Following;

/// <summary>Tells which conversations are not decided yet.</summary>
public interface IOpenConversations
{
    /// <summary>Those with a wait for one of our own brands that was opened at or after <paramref name="since"/>, the newest first, at most <paramref name="most"/>.</summary>
    Task<IReadOnlyList<OpenConversation>> ReadAsync(DateTimeOffset since, int most, CancellationToken cancellationToken);
}
