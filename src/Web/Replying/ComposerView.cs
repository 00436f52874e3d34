using Listening.Collecting;
using Listening.Collecting.Replying;

namespace Listening.Web.Replying;

/// <summary>What somebody needs who writes an answer.</summary>
/// <param name="Channel">Whether it can be sent from here.</param>
/// <param name="Reason">Why not, in a sentence; null when it can.</param>
/// <param name="Link">Where the post can be answered by hand; null when its source gave no address.</param>
/// <param name="Source">The name of the source by which it goes.</param>
/// <param name="To">The post that is answered.</param>
/// <param name="Prefix">What is put in front of a text that does not name the customer; it counts too.</param>
/// <param name="Limit">The longest text, in <paramref name="Counts"/>.</param>
/// <param name="Counts">What is counted: <c>characters</c> (code points), <c>graphemes</c>, <c>short_links</c> (graphemes, an address is 23) or <c>weighted</c> (as X does).</param>
/// <param name="Thread">The version of the thread, to be sent with the answer.</param>
/// <param name="Kinds">What an answer can be said to be.</param>
public sealed record ComposerView(
    bool Channel, string? Reason, Uri? Link, string? Source, PostId To, string Prefix, int Limit, ReplyUnit Counts, string Thread, IReadOnlyList<string> Kinds)
{
    /// <summary>Whether what the caller writes waits for a supervisor.</summary>
    public bool Approval { get; init; }

    /// <summary>The names of the internal sources that can be asked.</summary>
    public IReadOnlyList<string> Inside { get; init; } = [];
}
