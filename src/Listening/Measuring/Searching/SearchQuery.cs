namespace Listening.Measuring.Searching;

/// <summary>
/// A search as it was written and as it was understood. The same object serves a search, a view, an alert and a report filter.
/// The language: words (all must be there), <c>"a phrase"</c>, <c>begin*</c>, <c>late NEAR/5 refund</c>, <c>AND OR NOT ( )</c> with NOT before AND before OR, and the fields
/// <c>author: source: lang: topic: intent: sentiment: brand: party: text: followers:&gt;1000 before: after: is:reply</c>; of cases also
/// <c>assignee: tag: state: view: outcome: has: priority:&gt;70 episode: outbreak: due:&lt;30m</c>.
/// </summary>
/// <param name="Text">As written.</param>
/// <param name="Condition">As understood.</param>
public sealed record SearchQuery(string Text, SearchCondition Condition)
{
    /// <summary>Longest search that is read, in characters.</summary>
    public const int MaximumLength = 2000;

    /// <summary>How deep brackets and NOTs may be nested.</summary>
    public const int MaximumDepth = 32;

    /// <summary>How many words, phrases and fields a search may have.</summary>
    public const int MaximumTerms = 100;

    /// <summary>How many words may stand between two words where NEAR does not say.</summary>
    public const int NearUnlessSaid = 5;

    /// <summary>How many words NEAR may let stand between.</summary>
    public const int MaximumNear = 20;

    /// <summary>Reads a search. Throws <see cref="MetricQuestionException"/> that says where it went wrong and shows an example.</summary>
    /// <param name="text">As written.</param>
    /// <param name="subject">What it looks for.</param>
    public static SearchQuery Parse(string text, SearchSubject subject = SearchSubject.Posts)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaximumLength)
            throw new MetricQuestionException("filter", $"The search has {text.Length} characters; at most {MaximumLength} are read.");
        return new(text, new SearchParser(SearchLexer.Read(text), subject).Read());
    }

    /// <summary>Reads a search; null, when there is nothing in it, finds everything.</summary>
    public static SearchQuery? ParseOptional(string? text, SearchSubject subject = SearchSubject.Posts) => string.IsNullOrWhiteSpace(text) ? null : Parse(text, subject);
}
