namespace Listening.Cases;

/// <summary>Sets tags and takes tags off.</summary>
/// <param name="Add">Tags to set; those that are set stay.</param>
/// <param name="Remove">Tags to take off; those that are not set are no error.</param>
public sealed record TagCase(IReadOnlyList<string> Add, IReadOnlyList<string> Remove) : CaseChange(CaseAction.Tagged)
{
    /// <inheritdoc/>
    public override string? Detail => string.Join(' ', Add.Select(tag => $"+{tag}").Concat(Remove.Select(tag => $"-{tag}")));

    /// <inheritdoc/>
    public override Case? On(Case before, string by, DateTimeOffset at) => before;
}
