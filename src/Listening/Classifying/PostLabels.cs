namespace Listening.Classifying;

/// <summary>Words that every task shares.</summary>
public static class PostLabels
{
    /// <summary>The value of a label whose confidence is below what its model states.</summary>
    public const string NotSure = "not_sure";

    /// <summary>The topic of a post that neither complains nor asks.</summary>
    public const string NoTopic = "none";

    /// <summary>The language of a text that no model knows.</summary>
    public const string UnknownLanguage = "unknown";
}
