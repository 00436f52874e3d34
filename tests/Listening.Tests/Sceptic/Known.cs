using System.Text.RegularExpressions;
using Listening.Brands;

namespace Listening.Tests.Sceptic;

/// <summary>The registry as the sceptic reads it: whose account wrote a post, and which brands a post names.</summary>
public sealed class Known(IReadOnlyList<Brand> brands)
{
    public IReadOnlyList<Brand> Brands => brands;

    public Brand? AccountOf(Said post) => brands.FirstOrDefault(brand => Owns(brand, post.Source, post.Author));

    public bool IsCustomer(Said post) => AccountOf(post) is null && !post.Company && !post.Bot;

    public static bool IsHuman(Said post) => !post.Bot && post.DeletedAt is null;

    public static bool Names(Said post, Brand brand) =>
        post.Mentions.Any(handle => Owns(brand, post.Source, handle))
        || brand.Watch.Any(term => Regex.IsMatch(post.Text, $@"(?<![\p{{L}}\p{{N}}_]){Regex.Escape(term)}(?![\p{{L}}\p{{N}}_])", RegexOptions.IgnoreCase));

    private static bool Owns(Brand brand, string source, string handle) =>
        brand.Handles.Any(known => known.Equals($"{source}:{handle}", StringComparison.OrdinalIgnoreCase)
            || known.Equals($"*:{handle}", StringComparison.OrdinalIgnoreCase));
}
