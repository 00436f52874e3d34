namespace Listening.Cases;

/// <summary>Takes a promise back. After its instant that makes it no less broken.</summary>
public sealed record WithdrawPromise() : CaseChange(CaseAction.Withdrawn)
{
    /// <inheritdoc/>
    public override Case? On(Case before, string by, DateTimeOffset at) => before.PromiseDue is null ? null : before with { Promise = null, PromiseDue = null };
}
