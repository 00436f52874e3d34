using Listening.Classifying;
using Listening.Collecting;
using Listening.Store.Engine;

namespace Listening.Store.Posts;

/// <summary>Rows of <c>labels</c>.</summary>
internal static class LabelBlock
{
    /// <summary>A person's word; it beats any model's.</summary>
    public const byte PersonRank = 2;

    private const byte ModelRank = 1;

    public static NativeBlock Of(IReadOnlyList<PostLabel> labels, ulong[] seq) => new NativeBlock(labels.Count)
        .Add("post", labels.Column(label => PostKey.Of(label.Post)))
        .Add("task", labels.Column(label => label.Task))
        .Add("rank", labels.Column(label => label.ByPerson ? PersonRank : ModelRank))
        .Add("at", labels.Column(label => label.At))
        .Add("value", labels.Column(label => label.Value))
        .Add("confidence", labels.Column(label => label.Confidence))
        .Add("model", labels.Column(label => label.Model))
        .Add("seq", seq);
}
