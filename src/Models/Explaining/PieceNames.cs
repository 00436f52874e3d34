using Listening.Models.Features;
using Listening.Models.Text;

namespace Listening.Models.Explaining;

/// <summary>Which piece of a text each of its buckets was made from: the first one, where several fall into the same.</summary>
internal sealed class PieceNames
{
    private readonly Dictionary<int, string> names = [];
    private readonly BucketSet set = new();

    /// <summary>Of the text that was read last; cuts it as <see cref="NGrams"/> does.</summary>
    public PieceNames(PostReader post)
    {
        var tokens = post.Tokens;
        // The shortest pieces first: a word is named after itself and not after a pair that it stands in.
        for (var length = 1; length <= 3; length++)
            for (var at = 0; at + length <= tokens.Length; at++)
            {
                set.Clear();
                NGrams.Words(tokens.Slice(at, length), set);
                Take(length == 1 ? Name(post, tokens[at]) : Name(post, tokens[at], tokens[at + length - 1], length));
            }

        foreach (var word in post.Folded.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            set.Clear();
            NGrams.Letters(word, set);
            Take(Trimmed(word));
        }
    }

    /// <summary>The piece of a bucket.</summary>
    public string this[int bucket] => names[bucket];

    /// <summary>The name of one token.</summary>
    public static string Name(PostReader post, Token token)
    {
        if (token.Kind == TokenKind.Mark)
            return token.Hash == Marks.Shouted ? "(ALL CAPS)" : token.Hash == Marks.DrawnOut ? "(drawn out)" : token.Hash == Marks.Smile ? "(smile)" : "(frown)";
        var word = token.Kind switch
        {
            TokenKind.Url => "~",
            TokenKind.User => "@",
            _ => post.Text.Substring(token.Start, token.Length).ToLowerInvariant(),
        };
        return token.Negated ? $"{word} (negated)" : word;
    }

    private static string Name(PostReader post, Token first, Token last, int length)
    {
        var (begins, ends) = (Name(post, first), Name(post, last));
        return length == 2 ? $"{begins} {ends}" : $"{begins} … {ends}";
    }

    private static string Trimmed(string word) => word.Trim('.', ',', '!', '?', ';', ':', '"', '(', ')') is { Length: > 0 } plain ? plain : word;

    private void Take(string name)
    {
        foreach (var bucket in set.Items) names.TryAdd(bucket, name);
    }
}
