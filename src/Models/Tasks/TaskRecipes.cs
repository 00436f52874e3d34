namespace Listening.Models.Tasks;

/// <summary>The tasks that are learned.</summary>
public static class TaskRecipes
{
    /// <summary>All, in the order of their names.</summary>
    public static IReadOnlyList<TaskRecipe> All { get; } = [Sentiment.SentimentTask.Recipe];
}
