using Listening.Collecting;

namespace Listening.Classifying;

/// <summary>What a model or a person said a post is.</summary>
/// <param name="Post">The post.</param>
/// <param name="Task">One of <see cref="LabelTasks"/>.</param>
/// <param name="Value">The label in snake case: <c>complaint</c>, <c>not_us</c>, <c>negative</c>, ….</param>
/// <param name="ByPerson">A person said so.</param>
/// <param name="At">When.</param>
/// <param name="Confidence">Calibrated, 0 to 1.</param>
/// <param name="Model">The model's version, or who the person is.</param>
public sealed record PostLabel(PostId Post, string Task, string Value, bool ByPerson, DateTimeOffset At, float Confidence, string Model);
