using System.Text.RegularExpressions;
using Listening.Measuring;
using Listening.Measuring.Searching;

namespace Listening.Brands;

/// <summary>Says everything that is wrong with a registry before it is used.</summary>
public static partial class RegistryCheck
{
    /// <summary>Most brands.</summary>
    public const int MostBrands = 200;

    /// <summary>Most handles, watch terms and exclude terms of one brand, each.</summary>
    public const int MostTerms = 500;

    /// <summary>Longest name.</summary>
    public const int LongestName = 100;

    private const string HandleExample = "twitter:Delta, or *:Delta for every source";

    /// <summary>All faults, in the order of the registry; none when it can be used. Wants the form of <see cref="RegistryContent.Trimmed"/>.</summary>
    public static IReadOnlyList<RegistryFault> Faults(RegistryContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var faults = new List<RegistryFault>();
        if (content.Brands.Count > MostBrands) faults.Add(new("brands", $"There are {content.Brands.Count} brands; {MostBrands} are the most."));
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < content.Brands.Count; i++)
        {
            var (brand, place) = (content.Brands[i], $"brands/{i}");
            faults.AddRange(NameFaults(brand.Name, $"{place}/name", names, i));
            faults.AddRange(HandleFaults(brand, place, owners));
            faults.AddRange(TermFaults(brand.Watch, $"{place}/watch", BrandTerm.Watch));
            faults.AddRange(TermFaults(brand.Exclude, $"{place}/exclude", BrandTerm.Exclude));
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(content.TimeZone, out _))
            faults.Add(new("timeZone", $"'{content.TimeZone}' is no time zone this machine knows.", Example: "Europe/Berlin"));
        if (!Enum.IsDefined(content.WeekStart)) faults.Add(new("weekStart", "This is no day of the week.", Example: "monday"));
        return faults;
    }

    private static IEnumerable<RegistryFault> NameFaults(string name, string place, Dictionary<string, int> names, int index)
    {
        if (name.Length == 0) yield return new(place, "A brand needs a name.", Example: "Delta");
        else if (name.Length > LongestName) yield return new(place, $"The name has {name.Length} characters; {LongestName} are the most.");
        else if (name.Any(char.IsControl)) yield return new(place, "The name has a character that cannot be shown.");
        else if (!names.TryAdd(name, index)) yield return new(place, $"Two brands have the name '{name}'.");
    }

    private static IEnumerable<RegistryFault> HandleFaults(Brand brand, string place, Dictionary<string, string> owners)
    {
        if (brand.Handles.Count > MostTerms) yield return new($"{place}/handles", $"There are {brand.Handles.Count} handles; {MostTerms} are the most.");
        var own = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < brand.Handles.Count; i++)
        {
            var (handle, here) = (brand.Handles[i], $"{place}/handles/{i}");
            if (!HandleForm().IsMatch(handle)) yield return new(here, $"'{handle}' is not source:handle.", Example: HandleExample);
            else if (!own.Add(handle)) yield return new(here, $"{handle} stands here twice.");
            else if (!owners.TryAdd(handle, brand.Name)) yield return new(here, $"{handle} is {owners[handle]}'s already.");
        }
    }

    private static IEnumerable<RegistryFault> TermFaults(IReadOnlyList<string> terms, string place, Func<string, SearchCondition> read)
    {
        if (terms.Count > MostTerms) yield return new(place, $"There are {terms.Count} terms; {MostTerms} are the most.");
        for (var i = 0; i < terms.Count; i++)
            if (Fault(terms[i], read) is { } fault)
                yield return new($"{place}/{i}", fault.Message, fault.Position, fault.Example);
    }

    private static MetricQuestionException? Fault(string term, Func<string, SearchCondition> read)
    {
        try
        {
            read(term);
            return null;
        }
        catch (MetricQuestionException fault)
        {
            return fault;
        }
    }

    [GeneratedRegex(@"^(\*|[A-Za-z0-9][A-Za-z0-9._-]{0,63}):[^\s\p{C}@][^\s\p{C}]{0,255}\z", RegexOptions.CultureInvariant)]
    private static partial Regex HandleForm();
}
