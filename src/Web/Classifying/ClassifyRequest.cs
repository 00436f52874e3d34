using Listening.Collecting;

namespace Listening.Web.Classifying;

/// <summary>Texts to be sorted.</summary>
/// <param name="Texts">At most a hundred, each as long as a post may be.</param>
/// <param name="Audience">Public when absent: an internal text has a use case, a public one an intent and a topic.</param>
public sealed record ClassifyRequest(IReadOnlyList<string>? Texts, Audience Audience = Audience.Public);
