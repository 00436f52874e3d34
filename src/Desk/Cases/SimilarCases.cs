using Listening.Cases;
using Listening.Measuring.Searching;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases;

/// <summary>Cases whose posts say much the same as another one's, for who wants to know how that was answered.</summary>
public sealed class SimilarCases(DeskStore store)
{
    private const int Candidates = 200;
    private const int WordsAsked = 12;
    private const int ShortestWord = 4;
    private const double LeastAlike = 0.1;

    /// <summary>Answered ones of the same brand, the most alike first by Jaccard's resemblance of their words; null when there is no such case.</summary>
    public Task<IReadOnlyList<Case>?> AnsweredAsync(long id, int limit, CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<Case>?>(
        async desk =>
        {
            if (await desk.Cases.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } one) return null;
            var words = Words(one);
            var asked = words.Where(word => word.Length >= ShortestWord).OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).Take(WordsAsked).ToList();
            if (asked.Count == 0) return [];
            var numbers = await desk.CaseWords.FindAny(asked, Candidates).ToListAsync(cancellationToken);
            var found = await desk.Cases.Where(row => numbers.Contains(row.Id) && row.Id != id && row.Brand == one.Brand && row.AnsweredAt != null).ToListAsync(cancellationToken);
            return [.. found.Select(other => (Case: other, Alike: Resemblance(words, Words(other)))).Where(other => other.Alike >= LeastAlike)
                .OrderByDescending(other => other.Alike).ThenByDescending(other => other.Case.AnsweredAt).Take(limit).Select(other => other.Case)];
        },
        cancellationToken);

    private static HashSet<string> Words(Case one) => [.. IndexedWords.Of(one.Snippet).Select(word => word.Letters)];

    private static double Resemblance(HashSet<string> one, HashSet<string> other)
    {
        var both = one.Count(other.Contains);
        return both == 0 ? 0 : both / (double)(one.Count + other.Count - both);
    }
}
