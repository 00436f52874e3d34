using Listening.Models.Features;

namespace Listening.Models;

/// <summary>A featurizer with its version.</summary>
public sealed record FeaturizerFile(Featurizer Featurizer, string Version);
