namespace Listening.Web.Dashboards;

/// <summary>What somebody may have meant.</summary>
internal static class NearestNames
{
    /// <summary>"Did you mean 'frt' or 'nrt'?", or all of them where none is near and they are few.</summary>
    public static string To(string name, IEnumerable<string> known)
    {
        var all = known.Order(StringComparer.Ordinal).ToList();
        var shortened = name.Length > 64 ? name[..64] : name;
        var near = all.Select(candidate => (candidate, distance: Distance(shortened, candidate)))
            .Where(one => one.distance <= Math.Max(2, one.candidate.Length / 3) || one.candidate.StartsWith(shortened, StringComparison.OrdinalIgnoreCase))
            .OrderBy(one => one.distance).Take(3).Select(one => $"'{one.candidate}'").ToList();
        if (near.Count > 0) return $"Did you mean {string.Join(" or ", near)}?";
        return all.Count <= 20 ? $"It is one of {string.Join(", ", all)}." : "GET /api/v1/metrics lists them all.";
    }

    // Levenshtein (1966), a row at a time.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (char.ToLowerInvariant(a[i - 1]) == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
