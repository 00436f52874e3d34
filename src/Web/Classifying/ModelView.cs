using Listening.Models.Living;

namespace Listening.Web.Classifying;

/// <summary>A task as the models' page shows it.</summary>
/// <param name="Task">Its name.</param>
/// <param name="Labels">Labels of the model in use.</param>
/// <param name="Live">Version in use.</param>
/// <param name="Shipped">Version that came with the program.</param>
/// <param name="Profile">What the model in use learned from: <c>shipped</c> or <c>own</c>.</param>
/// <param name="Corrections">Corrections there are now.</param>
/// <param name="SinceTraining">Those that came in since the last training.</param>
/// <param name="Unfit">Why the model that should be in use is not; null when all is well.</param>
/// <param name="Versions">What was trained here, the newest first.</param>
public sealed record ModelView(
    string Task, IReadOnlyList<string> Labels, string Live, string Shipped, string Profile, int Corrections, int SinceTraining, string? Unfit, IReadOnlyList<ModelVersion> Versions);
