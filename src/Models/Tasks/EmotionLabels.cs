namespace Listening.Models.Tasks;

/// <summary>The twenty-seven emotions of GoEmotions in the groups that tasks ask for.</summary>
internal static class EmotionLabels
{
    public static readonly HashSet<string> Positive = [.. "admiration amusement approval caring excitement gratitude joy love optimism pride relief".Split(' ')];
    public static readonly HashSet<string> Negative = [.. "anger annoyance disappointment disapproval disgust embarrassment fear grief nervousness remorse sadness".Split(' ')];
    public static readonly HashSet<string> Praise = ["admiration", "gratitude"];
    public static readonly HashSet<string> Question = ["curiosity", "confusion"];
    public static readonly HashSet<string> Discontent = ["anger", "annoyance", "disappointment", "disapproval", "disgust"];
    public static readonly HashSet<string> Opinion = ["approval", "disapproval", "annoyance", "disappointment", "realization", "optimism"];
    public static readonly HashSet<string> Feeling = ["joy", "sadness", "excitement", "love", "grief", "fear", "nervousness", "pride", "relief", "remorse", "embarrassment"];

    /// <summary>The labels of a row.</summary>
    public static string[] Of(IReadOnlyDictionary<string, string> row) => row["labels"].Split('|');
}
