using Listening.Classifying;
using Listening.Collecting;
using Listening.Store.Posts;
using Listening.Storing;

namespace Listening.Store.Projecting;

/// <summary>One word on a post, its task and post known.</summary>
/// <param name="Value">The label.</param>
/// <param name="ByPerson">A person said so.</param>
/// <param name="At">When.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Model">The model's version, or who the person is.</param>
internal readonly record struct SaidLabel(string Value, bool ByPerson, DateTimeOffset At, float Confidence, string Model)
{
    /// <summary>From a row of <c>BestLabels.sql</c>.</summary>
    public static SaidLabel Of(FactRow row) => new(
        row.Get<string>("value"), row.Get<long>("by") == LabelBlock.PersonRank, row.Get<DateTimeOffset>("at"), (float)row.Get<double>("confidence"), row.Get<string>("model"));

    /// <summary>With its post and task.</summary>
    public PostLabel Of(PostId post, string task) => new(post, task, Value, ByPerson, At, Confidence, Model);
}
