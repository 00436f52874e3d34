using Listening.Collecting;

namespace Listening.Cases.Replying;

/// <summary>An answer as somebody wrote it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Channel">The configured source by which it goes.</param>
/// <param name="Parent">The post that it answers.</param>
/// <param name="Text">Its words, checked against what its network takes.</param>
public sealed record NewReply(long CaseId, Guid Channel, PostId Parent, string Text)
{
    /// <summary>ISO 639-1, where it is known.</summary>
    public string? Language { get; init; }

    /// <summary>A label of <c>answer_kind</c>; null leaves it to the model.</summary>
    public string? Kind { get; init; }

    /// <summary>Whether it waits for a supervisor before it is sent.</summary>
    public bool Held { get; init; }

    /// <summary>Resolve the case once it is sent.</summary>
    public bool Resolve { get; init; }

    /// <summary>The thread as its writer saw it; null when it goes out whatever came in since.</summary>
    public string? Thread { get; init; }

    /// <summary>The case's answers that its writer knew of; another one that is on its way holds this one up. Null when that does not matter.</summary>
    public IReadOnlyList<Guid>? Known { get; init; }
}
