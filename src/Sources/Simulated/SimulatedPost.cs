using Listening.Classifying;
using Listening.Collecting;

namespace Listening.Sources.Simulated;

/// <summary>A post of the simulated world, which knows what it meant by it.</summary>
/// <param name="Post">The post.</param>
/// <param name="Intent">What it is to the brand.</param>
public sealed record SimulatedPost(Post Post, Intent Intent)
{
    /// <summary>The label that stands for a model's here, so that a thank-you opens no wait.</summary>
    /// <param name="at">When it is given.</param>
    public PostLabel Label(DateTimeOffset at) =>
        new(Post.Identity, "intent", Intent.ToString().ToLowerInvariant(), ByPerson: false, at, Confidence: 1, Model: "simulated");
}
