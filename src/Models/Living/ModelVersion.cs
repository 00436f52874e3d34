namespace Listening.Models.Living;

/// <summary>A model that was trained here.</summary>
/// <param name="Version">Its version; also the name of its folder.</param>
/// <param name="TrainedAt">When.</param>
/// <param name="Corrections">Corrections there were then.</param>
/// <param name="Against">Version of the champion it was held against.</param>
/// <param name="Trial">How it did.</param>
public sealed record ModelVersion(string Version, DateTimeOffset TrainedAt, int Corrections, string Against, Trial Trial);
