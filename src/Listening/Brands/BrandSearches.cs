using Listening.Measuring.Searching;

namespace Listening.Brands;

/// <summary>
/// What a source with a search of its own is asked for, so that every post that a brand's watch terms name is found. It finds more than that: which posts
/// name a brand is decided by the registry, when they are there.
/// </summary>
public static class BrandSearches
{
    /// <summary>
    /// Phrases, each once, in lower case: a post that holds a watch term has at least one of them. Throws <see cref="Measuring.MetricQuestionException"/> for a term
    /// that cannot be read.
    /// </summary>
    public static IReadOnlyList<string> Phrases(IEnumerable<Brand> brands)
    {
        ArgumentNullException.ThrowIfNull(brands);
        return [.. brands.SelectMany(brand => brand.Watch).SelectMany(term => Phrases(BrandTerm.Watch(term))).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The handles of these brands in a source, those that hold in every source too, without the source's name, each once.</summary>
    public static IReadOnlyList<string> Handles(IEnumerable<Brand> brands, string source)
    {
        ArgumentNullException.ThrowIfNull(brands);
        return
        [
            .. brands.SelectMany(brand => brand.Handles).Select(handle => handle.Split(':', 2))
                .Where(parts => parts is [var where, { Length: > 0 }] && (where == source || where == "*")).Select(parts => parts[1]).Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    // Of several that must all stand there one is enough; the longest finds the least else.
    private static IEnumerable<string> Phrases(SearchCondition condition) => condition switch
    {
        HasWords words => [string.Join(' ', words.Words)],
        AllOf all => all.Conditions.Select(part => Phrases(part).ToList()).Where(phrases => phrases.Count > 0)
            .OrderBy(phrases => phrases.Count).ThenByDescending(phrases => phrases.Min(phrase => phrase.Length)).FirstOrDefault() ?? [],
        AnyOf any => any.Conditions.SelectMany(Phrases),
        _ => [],
    };
}
