using System.Globalization;
using System.Text;
using Listening.Brands;
using Listening.Measuring;
using Listening.Metrics.Asking;
using Listening.Storing;

namespace Listening.Metrics.Authors;

/// <summary>Finds them in the published facts.</summary>
public sealed class UnregisteredAccounts(IFactReader facts, CurrentRegistry registry) : IUnregisteredAccounts
{
    private const uint LeastPeople = 3, Most = 10;

    // Two letters are in every other handle.
    private const int ShortestName = 3;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<UnregisteredAccount>> FindAsync(CancellationToken cancellationToken)
    {
        var names = registry.Now.Registry.Brands.SelectMany(brand => Names(brand).Select(name => (Name: name, Brand: brand.Name))).OrderByDescending(one => one.Name.Length).ToList();
        var found = new List<UnregisteredAccount>();
        if (names.Count == 0) return found;
        var values = new Dictionary<string, object?>
        {
            ["names"] = names.Select(one => one.Name).ToArray(), ["brands"] = names.Select(one => one.Brand).ToArray(), ["least"] = LeastPeople, ["most"] = Most,
        };
        await foreach (var row in facts.ReadAsync(new(SqlText.File("Authors/Unregistered"), values), cancellationToken))
            found.Add(new(row.Get<string>("source"), row.Get<string>("handle"), row.Get<string>("brand"), row.Get<long>("people"), row.Get<long>("answers"), row.Get<DateTimeOffset>("last")));
        return found;
    }

    private static IEnumerable<string> Names(Brand brand) =>
        brand.Handles.Select(handle => handle[(handle.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('@')[0]).Prepend(brand.Name).Select(Plain).Where(name => name.Length >= ShortestName).Distinct();

    private static string Plain(string name) => string.Concat(name.Normalize(NormalizationForm.FormKD)
        .Where(letter => char.IsLetterOrDigit(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
