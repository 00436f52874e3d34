using Listening.Collecting;

namespace Listening.Sources.Html;

/// <summary>What a person reads in a piece of HTML, and what it points at.</summary>
/// <param name="Text">Plain text: a line a paragraph, list item or break, a blank line between paragraphs; addresses as the source shows them.</param>
/// <param name="Links">Absolute http and https addresses, each once, in their order.</param>
/// <param name="Attachments">Pictures, films and sounds.</param>
public sealed record HtmlText(string Text, IReadOnlyList<string> Links, IReadOnlyList<Attachment> Attachments)
{
    /// <summary>Hashtags that are links of their own (<c>rel="tag"</c> or class <c>hashtag</c>), without <c>#</c>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
