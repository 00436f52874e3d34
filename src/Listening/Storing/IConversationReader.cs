using Listening.Collecting;

namespace Listening.Storing;

/// <summary>Reads one post or one conversation, for a person who wants to see what a number rests on.</summary>
public interface IConversationReader
{
    /// <summary>The post as it stands and all its versions; null when it is not stored.</summary>
    Task<PostHistory?> PostAsync(PostId post, CancellationToken cancellationToken);

    /// <summary>The whole conversation that <paramref name="post"/> (seen or a phantom) belongs to; null when it is not known.</summary>
    Task<ConversationView?> ConversationAsync(PostId post, CancellationToken cancellationToken);

    /// <summary>Several posts with their conversations, from as many questions as one needs; a post that is not known is left out.</summary>
    Task<IReadOnlyDictionary<PostId, ThreadFile>> FilesAsync(IReadOnlyList<PostId> posts, CancellationToken cancellationToken);
}
