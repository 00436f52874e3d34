using Listening.Classifying;

namespace Listening.Storing;

/// <summary>What persons said about posts, to learn from.</summary>
public interface ICorrections
{
    /// <summary>The newest word of a person on every post that one spoke of, in the posts' own order; without what was withdrawn and posts whose words are gone.</summary>
    Task<IReadOnlyList<Correction>> ReadAsync(string task, CancellationToken cancellationToken);
}
