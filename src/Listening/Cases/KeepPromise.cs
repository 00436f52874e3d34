namespace Listening.Cases;

/// <summary>What was promised was done: in time, or late.</summary>
public sealed record KeepPromise() : CaseChange(CaseAction.Kept)
{
    /// <inheritdoc/>
    public override Case? On(Case before, string by, DateTimeOffset at) => before.PromiseDue is null ? null : before with { Promise = null, PromiseDue = null };
}
