using Listening.Classifying;

namespace Listening.Storing;

/// <summary>Where what was said about posts is kept, append-only: a person's label beats any model's, a newer one an older of the same rank.</summary>
public interface ILabelStore
{
    /// <summary>Appends labels and marks their posts for projection; durable when it returns. A repeated label changes nothing.</summary>
    Task AppendAsync(IReadOnlyList<PostLabel> labels, CancellationToken cancellationToken);
}
