namespace Listening.Models.Features;

/// <summary>What stands at the head of a featurizer's artefact.</summary>
/// <param name="Profile"><c>shipped</c>, <c>research</c> or <c>own</c>.</param>
/// <param name="Texts">How many texts it was fitted on.</param>
public sealed record FeaturizerHead(string Profile, int Texts);
