using Listening.Collecting.Pulling;

namespace Listening.Web.Sourcing;

/// <summary>Why a source could not be read.</summary>
/// <param name="Kind">What is to be done about it.</param>
/// <param name="Reason">In a sentence.</param>
public sealed record TrialFailure(FailureKind Kind, string Reason);
