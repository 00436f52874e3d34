namespace Listening.Models.Living;

/// <summary>A company's own topics.</summary>
/// <param name="Instead">They take the place of the shipped ones; otherwise they stand beside them.</param>
/// <param name="Topics">The topics.</param>
public sealed record TopicTaxonomy(bool Instead, IReadOnlyList<OwnTopic> Topics)
{
    /// <summary>No own topics.</summary>
    public static TopicTaxonomy None { get; } = new(false, []);

    /// <summary>The labels there are, where the shipped ones are these.</summary>
    public IReadOnlyList<string> LabelsBeside(IReadOnlyList<string> shipped) => Instead ? [.. Topics.Select(topic => topic.Name)] : [.. shipped.Union(Topics.Select(topic => topic.Name))];
}
