using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Listening.Classifying;
using Listening.Collecting;
using Listening.Conversations;

namespace Listening.Brands;

/// <summary>Who is who: which accounts are a brand's, which brands a post names, which posts are about something else. Immutable.</summary>
public sealed class BrandRegistry
{
    private readonly IReadOnlyList<Brand> brands;
    private readonly Dictionary<string, int> byName;
    private readonly Dictionary<string, int> byHandle = new(StringComparer.OrdinalIgnoreCase);
    private readonly TermMatcher watched;
    private readonly TermMatcher excluded;
    private readonly bool excludes;

    // To be raised when the same brands would conclude something else of the same posts: then all facts are derived again.
    private const string Meaning = "2";

    /// <summary>
    /// Builds the registry. Throws <see cref="ArgumentException"/> when two brands have one name or one handle, and
    /// <see cref="Measuring.MetricQuestionException"/> for a term that cannot be read.
    /// </summary>
    public BrandRegistry(IReadOnlyList<Brand> brands)
    {
        ArgumentNullException.ThrowIfNull(brands);
        this.brands = brands;
        byName = brands.Select((brand, index) => (brand.Name, index)).ToDictionary(pair => pair.Name, pair => pair.index, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < brands.Count; i++)
            foreach (var handle in brands[i].Handles)
                if (!byHandle.TryAdd(handle, i) && byHandle[handle] != i)
                    throw new ArgumentException($"The handle {handle} is both {brands[byHandle[handle]].Name}'s and {brands[i].Name}'s.", nameof(brands));
        watched = new TermMatcher(brands.SelectMany((brand, index) => brand.Watch.Select(term => (BrandTerm.Watch(term), index))));
        excluded = new TermMatcher(brands.SelectMany((brand, index) => brand.Exclude.Select(term => (BrandTerm.Exclude(term), index))));
        excludes = brands.Any(brand => brand.Exclude.Count > 0);
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Meaning + JsonSerializer.Serialize(brands)))[..8]);
    }

    /// <summary>All brands, in the order they were registered.</summary>
    public IReadOnlyList<Brand> Brands => brands;

    /// <summary>Changes when anything in the registry does: facts derived with another one are to be derived again.</summary>
    public string Fingerprint { get; }

    /// <summary>Whose a registered brand is. Throws <see cref="KeyNotFoundException"/> for a brand that is not registered.</summary>
    public BrandKind KindOf(string brand) =>
        byName.TryGetValue(brand, out var index) ? brands[index].Kind : throw new KeyNotFoundException($"'{brand}' is no registered brand.");

    /// <summary>Whether a brand of this name is registered.</summary>
    public bool Has(string brand) => byName.ContainsKey(brand);

    /// <summary>The brand whose account wrote the post; null when no registered one did.</summary>
    public string? AccountOf(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return post.Audience == Audience.Public && Find(post.Identity.Source, post.Author.Handle) is { } index ? brands[index].Name : null;
    }

    /// <summary>What the author of the post is to us.</summary>
    public Party PartyOf(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        if (post.Audience == Audience.Internal) return Party.Employee;
        if (post.Author.Bot) return Party.Automated;
        if (Find(post.Identity.Source, post.Author.Handle) is { } index)
            return brands[index].Kind == BrandKind.Own ? Party.Own : Party.Competitor;
        return post.Author.BrandAccount ? Party.OtherBrand : Party.Customer;
    }

    /// <summary>Handles the post mentions: as its source lists them, else those found in its text.</summary>
    public static IReadOnlyList<string> MentionsOf(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return post.Mentions.Count > 0 ? post.Mentions : Mentions.In(post.Text, post.Identity.Source);
    }

    /// <summary>
    /// Brands that the post names by a handle, an alias or a watch term, in the registry's order. One whose own <c>exclude</c> terms hold is not among them:
    /// the post means something else by that name. Where that is so of every brand it names, all are, and the post is <see cref="Relevance.Excluded"/>.
    /// </summary>
    public IReadOnlyList<string> Named(Post post) => [.. Conclude(post).Named.Select(index => brands[index].Name)];

    /// <summary>
    /// <see cref="Relevance.Excluded"/> when every brand that the post names has one of its own <c>exclude</c> terms in it: then it is about
    /// something else. Naming one brand beyond doubt keeps it.
    /// </summary>
    public Relevance RelevanceOf(Post post) => excludes && Conclude(post).Excluded ? Relevance.Excluded : Relevance.AboutUs;

    private (SortedSet<int> Named, bool Excluded) Conclude(Post post)
    {
        var named = NamedSet(post);
        if (!excludes || named.Count == 0) return (named, false);
        var ruledOut = new HashSet<int>();
        excluded.Match(post, index => ruledOut.Add(index));
        if (named.All(ruledOut.Contains)) return (named, true);
        named.ExceptWith(ruledOut);
        return (named, false);
    }

    private SortedSet<int> NamedSet(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        var named = new SortedSet<int>();
        foreach (var mention in MentionsOf(post))
            if (Find(post.Identity.Source, mention) is { } index)
                named.Add(index);
        watched.Match(post, index => named.Add(index));
        return named;
    }

    // A handle counts whole. "*:acme" is not "acme@example.org": on a network of many servers anybody may take a name on the next one, and would then speak as the brand.
    private int? Find(string source, string handle) =>
        byHandle.TryGetValue($"{source}:{handle}", out var index) || byHandle.TryGetValue($"*:{handle}", out index) ? index : null;
}
