namespace Listening.Store.Projecting;

/// <summary>What a stretch of posts changes about wordings; written last, so that a run that was cut off comes to the same once more.</summary>
/// <param name="Now">Quick replies to write, with what the facts say of them from now on.</param>
/// <param name="Gone">Posts that are no quick replies any more.</param>
internal sealed record WordingChanges(IReadOnlyList<QuickReply> Now, IReadOnlyList<UInt128> Gone)
{
    /// <summary>Nothing.</summary>
    public static readonly WordingChanges None = new([], []);
}
