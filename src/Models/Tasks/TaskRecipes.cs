namespace Listening.Models.Tasks;

/// <summary>The tasks that are learned.</summary>
public static class TaskRecipes
{
    /// <summary>All that posts are sorted by.</summary>
    public static IReadOnlyList<TaskRecipe> All { get; } =
    [
        Sentiment.SentimentTask.Recipe, Intent.IntentTask.Recipe, Topic.TopicTask.Recipe, UseCase.UseCaseTask.Recipe, AnswerKind.AnswerKindTask.Recipe,
        Language.LanguageTask.Recipe,
    ];

    /// <summary>Public problems that only show what the learner can do; nothing of them is used.</summary>
    public static IReadOnlyList<TaskRecipe> Yardsticks { get; } = [Banking77Yardstick.Recipe];
}
