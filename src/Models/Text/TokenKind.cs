namespace Listening.Models.Text;

/// <summary>What a piece of a post's text is.</summary>
public enum TokenKind
{
    /// <summary>A word, lower-cased, three and more repeats cut to two.</summary>
    Word,

    /// <summary>An address.</summary>
    Url,

    /// <summary>A name with <c>@</c>.</summary>
    User,

    /// <summary>A hashtag with its sign; the word after the sign follows as a <see cref="Word"/>.</summary>
    Tag,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An emoticon of letters and signs, whole.</summary>
    Emoticon,

    /// <summary>One emoji or another single sign.</summary>
    Sign,

    /// <summary>Full stop, comma, exclamation or question marks.</summary>
    Punctuation,

    /// <summary>A mark that the text itself does not hold: shouted, drawn out, smile, frown.</summary>
    Mark,
}
