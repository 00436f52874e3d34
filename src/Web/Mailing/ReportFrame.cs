namespace Listening.Web.Mailing;

/// <summary>What stands around a report where it is read.</summary>
/// <param name="Root">What links begin with, without a slash at its end; null where nobody may follow them.</param>
/// <param name="Here">The report's own address; null for none.</param>
/// <param name="Foot">Sentences at the end.</param>
internal sealed record ReportFrame(string? Root, string? Here, IReadOnlyList<string> Foot)
{
    /// <summary>An address within the program as others follow it; null where they may not.</summary>
    public string? Link(string? path) => Root is null || path is not ['/', ..] ? null : Root + path;
}
