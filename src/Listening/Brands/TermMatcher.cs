using Listening.Collecting;
using Listening.Measuring.Searching;

namespace Listening.Brands;

/// <summary>Finds which of many terms hold for a post; the words of all of them are looked for in one pass over its text.</summary>
internal sealed class TermMatcher
{
    private readonly PhraseMatcher words;
    private readonly List<HasWords> leaves = [];
    private readonly List<(HasWords Leaf, int Meaning)> plain = [];
    private readonly List<(SearchCondition Condition, int Meaning)> composed = [];

    /// <param name="terms">Each term with what it stands for.</param>
    public TermMatcher(IEnumerable<(SearchCondition Condition, int Meaning)> terms)
    {
        foreach (var (condition, meaning) in terms)
            if (condition is HasWords leaf) plain.Add((leaf, meaning));
            else
            {
                composed.Add((condition, meaning));
                Gather(condition);
            }
        // What stands for itself has its own number; a word of something composed has one below zero.
        words = new(plain.Select(term => (term.Leaf, term.Meaning)).Concat(leaves.Select((leaf, i) => (leaf, -1 - i))));
    }

    /// <summary>Calls <paramref name="found"/> with the meaning of each term that holds, perhaps more than once.</summary>
    public void Match(Post post, Action<int> found)
    {
        if (composed.Count == 0)
        {
            words.Match(post.Text, found);
            return;
        }

        var standing = new HashSet<HasWords>(ReferenceEqualityComparer.Instance);
        words.Match(post.Text, meaning =>
        {
            if (meaning >= 0) found(meaning);
            else standing.Add(leaves[-1 - meaning]);
        });
        foreach (var (condition, meaning) in composed)
            if (Holds(condition, post, standing))
                found(meaning);
    }

    private void Gather(SearchCondition condition)
    {
        switch (condition)
        {
            case HasWords leaf: leaves.Add(leaf); break;
            case AllOf all: foreach (var one in all.Conditions) Gather(one); break;
            case AnyOf any: foreach (var one in any.Conditions) Gather(one); break;
            case NoneOf none: Gather(none.Condition); break;
        }
    }

    private static bool Holds(SearchCondition condition, Post post, HashSet<HasWords> standing) => condition switch
    {
        HasWords leaf => standing.Contains(leaf),
        AllOf all => all.Conditions.All(one => Holds(one, post, standing)),
        AnyOf any => any.Conditions.Any(one => Holds(one, post, standing)),
        NoneOf none => !Holds(none.Condition, post, standing),
        FieldIs { Field: SearchField.Author } author => Is(author, post.Author.Handle),
        FieldIs { Field: SearchField.Source } source => Is(source, post.Identity.Source),
        FieldIs { Field: SearchField.Language } language => Is(language, post.Language ?? ""),
        FollowersAre followers => post.Author.Followers is { } count && Compares(count, followers),
        PostIs { State: PostState.Reply } => post.InReplyTo is not null,
        PostIs { State: PostState.Repost } => post.RepostOf is not null,
        _ => throw new ArgumentException($"A term cannot ask for {condition}.", nameof(condition)),
    };

    private static bool Is(FieldIs field, string value) => field.Beginning
        ? value.StartsWith(field.Value, StringComparison.OrdinalIgnoreCase)
        : value.Equals(field.Value, StringComparison.OrdinalIgnoreCase);

    private static bool Compares(long count, FollowersAre followers) => followers.Comparison switch
    {
        Comparison.Less => count < followers.Count,
        Comparison.AtMost => count <= followers.Count,
        Comparison.Greater => count > followers.Count,
        Comparison.AtLeast => count >= followers.Count,
        _ => count == followers.Count,
    };
}
